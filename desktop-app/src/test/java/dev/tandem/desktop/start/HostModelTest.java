package dev.tandem.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.start.Doorway.Cause;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.desktop.start.Doorway.Host;
import dev.tandem.desktop.start.Doorway.OnRelay;
import dev.tandem.desktop.start.Doorway.OnThisComputer;
import org.junit.jupiter.api.Test;

final class HostModelTest {
    private final RecordingDoorway doorway = new RecordingDoorway();
    private final Memory memory = Memory.ofProcess();
    private final HostModel model = new StartModel(doorway, memory).host();

    @Test
    void hostsOnThisComputer() {
        model.title().textProperty().set(" First talk ");
        model.name().textProperty().set("Ada Kaya");
        model.openToNetworkProperty().set(true);
        model.factsProperty().set(true);
        model.host();
        assertThat(doorway.requests)
                .containsExactly(
                        new Host(
                                new OnThisComputer(true),
                                "First talk",
                                "python",
                                60,
                                true,
                                "Ada Kaya"));
    }

    @Test
    void hostsOnARelayWithNothingPlanned() {
        onRelay("relay.example.org", "ada@example.org", " secret ");
        model.minutes().textProperty().set("");
        model.host();
        RelayAddress relay = RelayAddress.parse("relay.example.org").orElseThrow();
        assertThat(doorway.requests)
                .containsExactly(
                        new Host(
                                new OnRelay(relay, "ada@example.org", " secret ", null),
                                "First talk",
                                "python",
                                null,
                                false,
                                "Ada"));
    }

    @Test
    void asksForWhatItNeedsInThatPlaceOnly() {
        model.host();
        assertThat(remark(model.title())).isNotEmpty();
        assertThat(remark(model.name())).isNotEmpty();
        assertThat(remark(model.password())).isEmpty();

        onRelay("", "", "");
        model.minutes().textProperty().set("soon");
        model.host();
        assertThat(doorway.requests).isEmpty();
        assertThat(remark(model.minutes())).isNotEmpty();
        assertThat(remark(model.relay())).isNotEmpty();
        assertThat(remark(model.email())).isNotEmpty();
        assertThat(remark(model.password())).isNotEmpty();
    }

    @Test
    void saysWhatIsBeingDoneAndWhereItFailed() {
        onRelay("relay.example.org", "ada@example.org", "wrong");
        model.host();
        doorway.watchers.getFirst().progress("Signing in…");
        assertThat(model.progress().wordsProperty().get()).isEqualTo("Signing in…");
        doorway.watchers.getFirst().failed(new Failure(Cause.ACCOUNT, "Wrong password."));
        assertThat(remark(model.password())).isEqualTo("Wrong password.");
        assertThat(model.progress().wordsProperty().get()).isEqualTo("Host");
    }

    @Test
    void asksForACodeWhenTheRelayDoesAndForAnotherOneEachTime() {
        onRelay("relay.example.org", "ada@example.org", "secret");
        model.host();
        assertThat(model.codeWantedProperty().get()).isFalse();
        doorway.watchers.getFirst().failed(new Failure(Cause.SECOND_STEP, "Give the code."));
        assertThat(model.codeWantedProperty().get()).isTrue();
        assertThat(model.code().remarkProperty().get().tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(remark(model.code())).isEqualTo("Give the code.");
        model.host();
        assertThat(doorway.requests).hasSize(1);

        model.code().textProperty().set(" 123 456 ");
        model.host();
        assertThat(place(1).code()).isEqualTo("123 456");
        doorway.watchers.get(1).failed(new Failure(Cause.SECOND_STEP, "Not right."));
        assertThat(model.code().isWrong()).isTrue();
        assertThat(model.code().textProperty().get()).isEmpty();

        model.email().textProperty().set("bob@example.org");
        assertThat(model.codeWantedProperty().get()).isFalse();
        model.host();
        assertThat(place(2).code()).isNull();
    }

    private OnRelay place(int attempt) {
        return (OnRelay) ((Host) doorway.requests.get(attempt)).place();
    }

    @Test
    void remembersTheAccountButNeverThePassword() {
        onRelay("relay.example.org", "ada@example.org", "secret");
        model.host();
        HostModel next = new StartModel(doorway, memory).host();
        assertThat(next.email().textProperty().get()).isEqualTo("ada@example.org");
        assertThat(next.relay().textProperty().get()).isEqualTo("relay.example.org");
        assertThat(next.password().textProperty().get()).isEmpty();
    }

    private void onRelay(String relay, String email, String password) {
        model.title().textProperty().set("First talk");
        model.name().textProperty().set("Ada");
        model.hereProperty().set(false);
        model.relay().textProperty().set(relay);
        model.email().textProperty().set(email);
        model.password().textProperty().set(password);
    }

    private static String remark(Entry entry) {
        return entry.remarkProperty().get().sentence();
    }
}
