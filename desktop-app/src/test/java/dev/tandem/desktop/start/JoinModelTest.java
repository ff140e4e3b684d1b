package dev.tandem.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.start.Doorway.Cause;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.desktop.start.Doorway.Join;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.role.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JoinModelTest {
    private static final InviteCode CODE = InviteCode.parse("K7QF-9M2P-XN4D").orElseThrow();

    private final RecordingDoorway doorway = new RecordingDoorway();
    private final Memory memory = Memory.ofProcess();
    private final StartModel start = new StartModel(doorway, memory);
    private final JoinModel model = start.join();

    @Test
    void joinsByTheCodeUnderTheName() {
        write("k7qf9m2pxn4d", "192.168.1.20", " Mert Demir ");
        model.join();
        RelayAddress relay = RelayAddress.parse("192.168.1.20:8377").orElseThrow();
        assertThat(doorway.requests).containsExactly(new Join(relay, CODE, "Mert Demir", false));
        assertThat(model.progress().busyProperty().get()).isTrue();
        assertThat(model.progress().wordsProperty().get()).isEqualTo("Joining…");
    }

    @Test
    void aLinkBringsItsRelayAlong() {
        write("", "127.0.0.1:8377", "Mert");
        model.code().textProperty().set("tandem://relay.example.org:9000/K7QF-9M2P-XN4D?tls=1");
        assertThat(model.relay().textProperty().get()).isEqualTo("https://relay.example.org:9000");
        model.join();
        RelayAddress relay = RelayAddress.parse("https://relay.example.org:9000").orElseThrow();
        assertThat(doorway.requests).containsExactly(new Join(relay, CODE, "Mert", false));
    }

    @Test
    void saysAtEachFieldWhatIsMissing() {
        write("K7QF-9M2P", "a b", " ");
        model.join();
        assertThat(doorway.requests).isEmpty();
        assertThat(error(model.code())).contains("12 letters and figures");
        assertThat(error(model.relay())).contains("such as 192.168.1.20:8377");
        assertThat(error(model.name())).startsWith("Write your name");
    }

    @Test
    void aSentenceGoesAwayWhenItsFieldChanges() {
        model.join();
        model.code().textProperty().set("K");
        assertThat(error(model.code())).isEmpty();
        assertThat(error(model.name())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Cause.class, mode = EnumSource.Mode.EXCLUDE, names = "RECORDED")
    void aFailureIsToldAndOneCanTryAgain(Cause cause) {
        write("K7QF-9M2P-XN4D", "127.0.0.1", "Mert");
        model.join();
        doorway.watchers.getFirst().failed(new Failure(cause, "No relay answers there."));
        assertThat(error(model.code()) + error(model.relay()) + error(model.name()))
                .isEqualTo("No relay answers there.");
        assertThat(model.progress().busyProperty().get()).isFalse();
        model.join();
        assertThat(doorway.requests).hasSize(2);
    }

    @Test
    void onlyOneAttemptIsUnderWayAndItCanBeGivenUp() {
        write("K7QF-9M2P-XN4D", "127.0.0.1", "Mert");
        model.join();
        model.join();
        assertThat(doorway.requests).hasSize(1);
        model.progress().cancel();
        assertThat(doorway.cancelled).isEqualTo(1);
        assertThat(model.progress().busyProperty().get()).isFalse();
        assertThat(model.progress().wordsProperty().get()).isEqualTo("Join");
    }

    @Test
    void remembersNameAndRelayForTheNextTime() {
        write("K7QF-9M2P-XN4D", "192.168.1.20", "Mert");
        model.join();
        StartModel next = new StartModel(doorway, memory);
        assertThat(next.join().name().textProperty().get()).isEqualTo("Mert");
        assertThat(next.join().relay().textProperty().get()).isEqualTo("192.168.1.20:8377");
        assertThat(next.join().code().textProperty().get()).isEmpty();
    }

    @Test
    void whatTheProgramWasStartedWithIsFilledInAndNothingIsDone() {
        start.prefill("tandem://192.168.1.20:8377/K7QF-9M2P-XN4D");
        assertThat(model.code().textProperty().get()).isEqualTo("K7QF-9M2P-XN4D");
        assertThat(model.relay().textProperty().get()).isEqualTo("192.168.1.20:8377");
        assertThat(doorway.requests).isEmpty();
    }

    @Test
    void whatIsRecordedIsAskedOnceThereIsAWholeCodeAndToldBeforeJoining() {
        write("K7QF-9M2P-XN4", "192.168.1.20", "Mert");
        assertThat(doorway.looks).isEmpty();
        model.code().textProperty().set("K7QF-9M2P-XN4D");
        model.look();
        assertThat(doorway.looks).containsExactly("192.168.1.20:8377 K7QF-9M2P-XN4D");
        assertThat(recorded()).contains("is said here");

        doorway.told.getFirst().accept(new InviteDetails(Role.CANDIDATE, true));
        assertThat(recorded()).contains("paste or drop", "not in front");
        model.join();
        assertThat(doorway.requests.getLast()).extracting("told").isEqualTo(true);
    }

    @Test
    void aRelayIsNotAskedWhileItsAddressIsWrittenNorHeardWhenItIsAnother() {
        write("K7QF-9M2P-XN4D", "192.168.1.2", "Mert");
        assertThat(doorway.looks).containsExactly("127.0.0.1:8377 K7QF-9M2P-XN4D");
        doorway.told.getFirst().accept(new InviteDetails(Role.CANDIDATE, true));
        assertThat(recorded()).contains("is said here");
        model.look(); // the field has lost the keyboard
        assertThat(doorway.looks).hasSize(2).last().asString().startsWith("192.168.1.2:");
        doorway.told.getLast().accept(new InviteDetails(Role.CANDIDATE, false));
        assertThat(recorded()).isEqualTo("Nothing is noted about your window.");
        doorway.told.getLast().accept(new InviteDetails(Role.SPECTATOR, true));
        assertThat(recorded()).contains("yours does not, as you come as a spectator");
    }

    @Test
    void whoWasNotToldIsToldInPlaceOfJoining() {
        write("K7QF-9M2P-XN4D", "127.0.0.1", "Mert");
        model.join();
        assertThat(doorway.requests.getLast()).extracting("told").isEqualTo(false);
        doorway.watchers.getFirst().failed(new Failure(Cause.RECORDED, "Read first."));
        assertThat(recorded()).contains("paste or drop");
        model.join();
        assertThat(doorway.requests.getLast()).extracting("told").isEqualTo(true);
    }

    private String recorded() {
        return model.beforehandProperty().get().sentence();
    }

    private void write(String code, String relay, String name) {
        model.code().textProperty().set(code);
        model.relay().textProperty().set(relay);
        model.name().textProperty().set(name);
    }

    private static String error(Entry entry) {
        Entry.Remark remark = entry.remarkProperty().get();
        return remark.tone() == Tone.BAD ? remark.sentence() : "";
    }
}
