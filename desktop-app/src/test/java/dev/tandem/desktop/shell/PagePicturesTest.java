package dev.tandem.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.Pictures;
import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.editor.CodeEditor;
import dev.tandem.desktop.fx.Appearance;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.fx.Snapshots;
import dev.tandem.desktop.fx.Theme;
import dev.tandem.desktop.people.Invitations;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;

/// The page of a room in every state, in both themes and in the usual and the smallest size: none
/// of its words are cut off. The pictures are in `target/pictures`.
@ExtendWith(OnStage.class)
final class PagePicturesTest {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(900, 600));

    private static Appearance appearance;

    @Start
    void start(Stage stage) {
        appearance = new Appearance(Theme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyWordHasRoom(Theme theme) throws IOException {
        Fx.run(() -> appearance.setTheme(theme));
        for (RoomStates state : RoomStates.values()) {
            for (Size size : state.isOfRuns() ? SIZES.subList(0, 1) : SIZES) {
                everyWordHasRoom(state, theme, size);
            }
        }
    }

    /// The smallest size is the one where words may have no room.
    @Test
    void whatIsSaidOfRunsHasRoom() throws IOException {
        for (RoomStates state : RoomStates.values()) {
            if (state.isOfRuns()) {
                everyWordHasRoom(state, Theme.LIGHT, SIZES.getLast());
            }
        }
    }

    private static void everyWordHasRoom(RoomStates state, Theme theme, Size size)
            throws IOException {
        StillRoom room = state.room();
        Scene scene = Fx.call(() -> scene(room, state, size));
        String name = "room-%s-%d".formatted(state.name().toLowerCase(Locale.ROOT), size.width());
        Pictures.keep(name, theme, Fx.call(() -> Snapshots.of(scene)));
        assertThat(Fx.call(() -> cutOff(scene.getRoot()).toList())).as(name).isEmpty();
    }

    private static Scene scene(StillRoom room, RoomStates state, Size size) {
        RoomPage page = new RoomPage(room, room, room, Invitations.of(state.invites()), () -> {});
        Scene scene = new Scene(page, size.width(), size.height());
        appearance.dress(scene);
        if (scene.lookup("#tab-tests") instanceof ToggleButton tests) {
            tests.setSelected(state.showsTests()); // else the first tab stays selected
        }
        if (state.showsWhatIsRecorded()
                && scene.lookup("#tab-recorded") instanceof ToggleButton recorded) {
            recorded.setSelected(true);
        }
        page.applyCss();
        page.layout(); // what measures itself while it is laid out asks for a second time
        return scene;
    }

    private static Stream<String> cutOff(Node node) {
        if (!node.isVisible() || node instanceof CodeEditor) {
            return Stream.of();
        }
        if (node instanceof Labeled words && isCutOff(words)) {
            return Stream.of(words.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(PagePicturesTest::cutOff)
                : Stream.of();
    }

    private static boolean isCutOff(Labeled words) {
        Bounds inScene = words.localToScene(words.getLayoutBounds());
        boolean outside = inScene.getMinX() < 0 || inScene.getMaxX() > words.getScene().getWidth();
        boolean tooNarrow = !words.isWrapText() && words.getWidth() + 0.5 < words.prefWidth(-1);
        return outside || tooNarrow;
    }
}
