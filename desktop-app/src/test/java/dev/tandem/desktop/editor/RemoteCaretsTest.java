package dev.tandem.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.fxmisc.richtext.CaretNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class RemoteCaretsTest {
    private static final ParticipantId MERT = new ParticipantId("mert");
    private static final ParticipantId SELIN = new ParticipantId("selin");

    private OpenEditor open;

    @Start
    void start(Stage stage) {
        open = new OpenEditor();
        open.show(stage, open.editor);
        open.begin("one\ntwo\nthree\n".repeat(100));
        Fx.run(() -> open.editor.setPeople(Map.of(MERT, Marks.MERT, SELIN, Marks.SELIN)));
    }

    @Test
    void namesWhoIsWhere() {
        show(Map.of(MERT, List.of(new Selection(4, 7)), SELIN, List.of(Selection.caret(9))));

        Fx.waitUntil(() -> visibleNames().equals(Set.of("Mert", "Selin")));
        assertThat(open.on(() -> open.area.lookupAll(".remote-caret"))).hasSize(2);
        assertThat(open.on(() -> open.area.lookupAll(".remote-selection"))).isNotEmpty();
    }

    @Test
    void standsTheNameOnTheCaretAndBelowItOnTheFirstLine() {
        show(Map.of(MERT, List.of(Selection.caret(9))));
        Fx.waitUntil(() -> visibleNames().contains("Mert"));
        Fx.waitUntil(() -> Math.abs(tag().getMaxY() - caret().getMinY()) < 2);
        assertThat(open.on(() -> tag().getMinX() - caret().getMinX())).isBetween(-2.0, 2.0);

        show(Map.of(MERT, List.of(Selection.caret(2))));

        Fx.waitUntil(() -> Math.abs(tag().getMinY() - caret().getMaxY()) < 2);
    }

    @Test
    void keepsTheNameInTheEditor() {
        open.begin("x".repeat(400));
        show(Map.of(MERT, List.of(Selection.caret(76))));
        Fx.waitUntil(() -> visibleNames().contains("Mert"));

        assertThat(open.on(() -> tag().getMaxX())).isLessThanOrEqualTo(720);
    }

    @Test
    void hidesTheNameOfOneWhoIsOffScreenAndFollowsScrolling() {
        show(Map.of(MERT, List.of(Selection.caret(700))));
        Fx.waitUntil(() -> visibleNames().isEmpty());

        Fx.run(() -> open.area.showParagraphAtTop(145));

        Fx.waitUntil(() -> visibleNames().contains("Mert"));
        Fx.waitUntil(() -> Math.abs(tag().getMaxY() - caret().getMinY()) < 2);
    }

    @Test
    void movesWithTheTextThatIWrite() {
        show(Map.of(MERT, List.of(new Selection(7, 4))));

        Fx.run(() -> open.area.replaceText(0, 0, "zero\n"));
        Fx.run(() -> open.area.replaceText(9, 9, "!"));

        assertThat(open.on(() -> open.editor.carets().places(MERT)))
                .containsExactly(new Selection(13, 9));
    }

    @Test
    void staysInTheTextWhateverItIsTold() {
        open.begin("a😀");
        show(Map.of(MERT, List.of(new Selection(2, 1_000))));

        assertThat(open.on(() -> open.editor.carets().places(MERT)))
                .containsExactly(new Selection(1, 3));
        Fx.run(open.editor::layout);
    }

    @Test
    void survivesThatEverythingAroundItIsDeleted() {
        show(Map.of(MERT, List.of(new Selection(2, 900)), SELIN, List.of(new Selection(8, 4))));
        Fx.run(open.editor::layout);

        open.remote(0, 1_300, "");
        Fx.run(open.editor::layout);

        assertThat(open.on(() -> open.editor.carets().places(MERT)))
                .containsExactly(Selection.caret(0));
    }

    @Test
    void takesTheCaretOfOneWhoLeavesAway() {
        show(Map.of(MERT, List.of(new Selection(4, 7)), SELIN, List.of(Selection.caret(9))));
        Fx.waitUntil(() -> visibleNames().size() == 2);

        Fx.run(() -> open.editor.setPeople(Map.of(SELIN, Marks.SELIN)));
        assertThat(open.on(this::visibleNames)).containsExactly("Selin");
        show(Map.of());

        assertThat(open.on(this::visibleNames)).isEmpty();
        assertThat(open.on(() -> open.area.lookupAll(".remote-caret"))).isEmpty();
        assertThat(open.on(() -> open.area.lookupAll(".remote-selection"))).isEmpty();
    }

    @Test
    void showsTheNameAgainForWhatTheyWriteWhereverThatLeavesTheirCaret() {
        show(Map.of(MERT, List.of(Selection.caret(9))));
        Fx.waitUntil(() -> !isAwake("Mert"));

        Fx.run(() -> open.editor.apply(OpenEditor.replacing(1_400, 9, 3, ""), MERT));

        assertThat(open.on(() -> isAwake("Mert"))).isTrue();
    }

    @Test
    void leavesTheNamesAsleepForWhatIWrite() {
        show(Map.of(MERT, List.of(Selection.caret(9)), SELIN, List.of(Selection.caret(30))));
        Fx.waitUntil(() -> !isAwake("Mert") && !isAwake("Selin"));

        Fx.run(() -> {
            open.area.insertText(0, "mine");
            open.editor.showSelections(
                    Map.of(
                            MERT,
                            List.of(Selection.caret(13)),
                            SELIN,
                            List.of(Selection.caret(34))));
        });

        assertThat(open.on(() -> isAwake("Mert") || isAwake("Selin"))).isFalse();
    }

    @Test
    void standsStillWhereMyCaretBlinks() {
        show(Map.of(MERT, List.of(Selection.caret(9))));
        Fx.waitUntil(() -> visibleNames().contains("Mert"));

        CaretNode theirs = open.on(() -> (CaretNode) open.area.lookup(".remote-caret"));

        assertThat(theirs.getBlinkRate()).isEqualTo(Duration.ZERO);
        assertThat(open.on(theirs::isVisible)).isTrue();
    }

    @Test
    void putsNamesAtOnePlaceBesideEachOther() {
        show(Map.of(MERT, List.of(Selection.caret(9)), SELIN, List.of(Selection.caret(9))));
        Fx.waitUntil(() -> visibleNames().size() == 2);
        Fx.waitUntil(() -> Math.abs(tag().getMaxY() - caret().getMinY()) < 2);

        List<Bounds> tags =
                open.on(() -> open.editor.lookupAll(".name-tag").stream())
                        .map(RemoteCaretsTest::inScene)
                        .toList();

        assertThat(tags.getFirst().intersects(tags.getLast())).isFalse();
        assertThat(tags.getFirst().getMinY()).isEqualTo(tags.getLast().getMinY());
    }

    @Test
    void hidesTheNameOfWhoIsBehindTheLineNumbers() {
        open.begin("x".repeat(400));
        show(Map.of(MERT, List.of(Selection.caret(5))));
        Fx.waitUntil(() -> visibleNames().contains("Mert"));

        Fx.run(() -> open.area.scrollXToPixel(60));

        Fx.waitUntil(() -> visibleNames().isEmpty());
    }

    private boolean isAwake(String name) {
        return open.editor.lookupAll(".name-tag").stream()
                .anyMatch(tag -> ((Label) tag).getText().equals(name) && tag.getOpacity() > 0);
    }

    private void show(Map<ParticipantId, List<Selection>> selections) {
        Fx.run(() -> open.editor.showSelections(selections));
    }

    private Set<String> visibleNames() {
        return open.editor.lookupAll(".name-tag").stream()
                .filter(Node::isVisible)
                .map(tag -> ((Label) tag).getText())
                .collect(Collectors.toSet());
    }

    private Bounds tag() {
        return inScene(open.editor.lookup(".name-tag"));
    }

    private Bounds caret() {
        return inScene(open.area.lookup(".remote-caret"));
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
