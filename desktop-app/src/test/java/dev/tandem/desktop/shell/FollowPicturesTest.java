package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.editor.CodeEditor;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.people.Invitations;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import dev.tandem.protocol.text.Selection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/// A room in which one follows another through a long text, in both themes and in a small and a
/// larger window. The pictures are in `target/pictures`.
@ExtendWith(OnStage.class)
final class FollowPicturesTest {
    private static final String FUNCTION =
            """
            def top_%d(text, k):
                \"""The k most frequent words, ties in order.\"""
                words = re.findall(r"[a-z]+", text.lower())
                counts = Counter(words)
                return sorted(counts, key=lambda w: (-counts[w], w))[:k]


            """;
    private static final String CODE =
            IntStream.range(0, 60).mapToObj(FUNCTION::formatted).collect(Collectors.joining());

    private Stage stage;
    private Appearance appearance;
    private StillRoom room;

    @Start
    void start(Stage window) {
        stage = window;
        appearance = new Appearance(Theme.LIGHT);
    }

    @ParameterizedTest(name = "{0}, {1} wide")
    @CsvSource({"LIGHT, 900, 600", "DARK, 900, 600", "LIGHT, 1000, 800", "DARK, 1000, 800"})
    void saysWhomOneFollowsAndWhereTheOthersAre(Theme theme, int width, int height)
            throws IOException {
        Scene scene = Fx.call(() -> open(theme, width, height));
        ToggleButton mert = find(scene, "#follow-mert-demir", ToggleButton.class);
        CodeEditor editor = find(scene, "#editor", CodeEditor.class);

        Fx.run(() -> find(scene, "#tab-people", ToggleButton.class).fire());
        Fx.run(mert::fire);
        Fx.waitUntil(() -> words(scene).equals("Following Mert Demir · Esc stops"));
        Fx.waitUntil(() -> sees(editor, "top_30"));
        Fx.waitUntil(() -> marks(editor) == 1);
        Fx.waitForFrames();
        Image picture = Fx.call(() -> Snapshots.of(scene));
        Pictures.keep("follow-" + width, theme, picture);

        boolean dark = theme == Theme.DARK;
        assertThat(picture.getPixelReader().getColor(1, height / 3))
                .isEqualTo(new PersonColor(2).on(dark));
        Fx.run(() -> room.selections.set(Map.of()));
        Fx.waitUntil(() -> words(scene).equals("Mert Demir has not moved yet · Esc stops"));
        Pictures.keep("follow-unmoved-" + width, theme, Fx.call(() -> Snapshots.of(scene)));
    }

    private Scene open(Theme theme, int width, int height) {
        appearance.setTheme(theme);
        room = new StillRoom();
        Participant ada = room.comes("Ada Kaya", Role.INTERVIEWER, Presence.CONNECTED);
        Participant mert = room.comes("Mert Demir", Role.CANDIDATE, Presence.CONNECTED);
        Participant deniz = room.comes("Deniz Ak", Role.INTERVIEWER, Presence.CONNECTED);
        room.comes("Selin Öz", Role.SPECTATOR, Presence.LOST);
        room.comes("Ece Su", Role.CANDIDATE, Presence.LOST);
        room.text = CODE;
        Map<ParticipantId, List<Selection>> carets = new HashMap<>();
        int at = CODE.indexOf("lower", CODE.indexOf("top_30"));
        carets.put(mert.participantId(), List.of(new Selection(at, at + 7)));
        int far = CODE.indexOf("top_52");
        carets.put(deniz.participantId(), List.of(Selection.caret(far)));
        room.selections.set(carets);
        room.be(ada, SessionStatus.ACTIVE);
        RoomPage page = new RoomPage(room, room, room, Invitations.NONE, () -> {});
        Scene scene = new Scene(page, width, height);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
        page.focusEditor();
        return scene;
    }

    private static boolean sees(CodeEditor editor, String code) {
        return editor.lookupAll(".paragraph-text > .text").stream()
                .anyMatch(node -> node.toString().contains(code));
    }

    private static long marks(CodeEditor editor) {
        return editor.lookupAll(".caret-mark").stream().filter(Node::isVisible).count();
    }

    private static String words(Scene scene) {
        Node words = scene.lookup(".follow-pill > .label");
        return words instanceof Labeled label ? label.getText() : "";
    }

    private static <N extends Node> N find(Scene scene, String selector, Class<N> kind) {
        return Fx.call(() -> kind.cast(scene.lookup(selector)));
    }
}
