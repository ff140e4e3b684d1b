package dev.tandem.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.Nodes;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.session.Kept;
import dev.tandem.desktop.session.SignedHeads;
import dev.tandem.desktop.session.SignedHeads.Trouble;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.message.RoomSnapshot.Retention;
import dev.tandem.protocol.proof.ChainHash;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.RelayKey;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class RecordedPaneTest {
    private static final Head HEAD =
            new Head(
                    new Seq(1234),
                    new ChainHash("7f3a91c20be455d1".repeat(4)),
                    StillRoom.STARTED + Duration.ofMinutes(49).toMillis(),
                    new RelayKey("3f2a9c01".repeat(8)),
                    "ab".repeat(64));

    private final StillRoom room = new StillRoom();
    private Appearance appearance;
    private Scene scene;

    @Start
    void start(Stage stage) {
        appearance = new Appearance(Theme.LIGHT);
        scene =
                new Scene(
                        Nodes.styled(new StackPane(new RecordedPane(room)), "panel", "side-panel"),
                        320,
                        700);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void end() {
        Participant mert = room.comes("Mert", Role.CANDIDATE, Presence.CONNECTED);
        room.comes("Ada", Role.INTERVIEWER, Presence.CONNECTED);
        room.be(mert, SessionStatus.ENDED);
        room.kept.set(
                new Kept(new SessionId("s-1"), new Retention(Duration.ofDays(90).toMillis())));
        room.heads.set(new SignedHeads(HEAD, null));
    }

    @Test
    void beforeTheStartItSaysWhatWillBeThere() {
        assertThat(Fx.call(() -> text("#head"))).isEmpty();
        assertThat(Fx.call(() -> scene.lookup("#save-receipt").getParent().isVisible())).isFalse();
    }

    private String text(String id) {
        return ((Label) scene.lookup(id)).getText();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theHeadIsShownAndCopied(Theme theme) throws IOException {
        Fx.run(() -> {
            appearance.setTheme(theme);
            end();
        });
        Fx.waitForFrames();
        Pictures.keep("recorded", theme, Fx.call(() -> Snapshots.of(scene)));

        String shown = Fx.call(() -> text("#head")).replace('\u00a0', ' ');
        assertThat(shown).isEqualTo("seq 1234 · 7f3a 91c2 0be4 55d1 · key 3f2a 9c01");
        Fx.run(() -> ((Button) scene.lookup("#copy-head")).fire());
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(shown);
    }

    @Test
    void aReceiptSaysWhatOneHasToKnow() {
        String receipt =
                Fx.call(() -> {
                    end();
                    return Receipt.of(room, ZoneOffset.UTC);
                });

        assertThat(receipt.lines())
                .contains(
                        "Title      Backend engineer, first talk",
                        "Session    s-1",
                        "Started    9 Oct 2025, 08:55:20 Z",
                        "Ended      9 Oct 2025, 09:43:22 Z, after 48:02",
                        "Here were  Mert (candidate), Ada (interviewer)",
                        "- The chat.",
                        "It stays on the relay until 7 Jan 2026, unless the interviewer deletes it"
                                + " before.",
                        "tandem-relay verify FILE --head \"" + HEAD.shortText() + "\"",
                        "hash       " + HEAD.hash());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aSignatureThatIsNotRightIsTold(Theme theme) throws IOException {
        Fx.run(() -> {
            appearance.setTheme(theme);
            end();
            room.heads.set(new SignedHeads(HEAD, new Trouble(HEAD, Trouble.Kind.NOT_SIGNED)));
        });
        Fx.waitForFrames();
        Pictures.keep("recorded-trouble", theme, Fx.call(() -> Snapshots.of(scene)));

        assertThat(Fx.call(() -> text("#head-trouble")))
                .startsWith("The relay's signature for event 1234 is not valid");
        assertThat(Fx.call(() -> Receipt.of(room, ZoneOffset.UTC))).contains("is not valid");
    }
}
