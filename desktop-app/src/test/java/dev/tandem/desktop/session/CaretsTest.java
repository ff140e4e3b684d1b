package dev.tandem.desktop.session;

import static dev.tandem.protocol.text.Selection.caret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaretsTest {
    private static final ParticipantId ADA = new ParticipantId("ada");
    private static final ParticipantId MERT = new ParticipantId("mert");

    private final Carets carets = new Carets();

    @Test
    void theyAreCarriedOverEveryChange() {
        carets.point(ADA, List.of(new Selection(2, 8), caret(10)));

        carets.carry(TextOperation.replace(10, 0, 4, "def"), null);
        carets.show();

        assertThat(carets.shownProperty().get())
                .isEqualTo(Map.of(ADA, List.of(new Selection(3, 7), caret(9))));
    }

    @Test
    void whatIsTypedAtACaretStandsToItsRight() {
        carets.point(ADA, List.of(caret(3)));

        carets.carry(TextOperation.insert(5, 3, "xyz"), null);
        carets.show();

        assertThat(carets.shownProperty().get().get(ADA)).containsExactly(caret(3));
    }

    @Test
    void whoChangesSomethingIsAtItsEnd() {
        carets.point(MERT, List.of(caret(0)));

        carets.carry(TextOperation.insert(5, 3, "xyz"), MERT);
        carets.show();
        assertThat(carets.shownProperty().get().get(MERT)).containsExactly(caret(6));

        carets.carry(TextOperation.delete(8, 2, 4), MERT);
        carets.show();
        assertThat(carets.shownProperty().get().get(MERT)).containsExactly(caret(2));
    }

    @Test
    void allThatMovedAreShownAsOneChangeAndNoneAnewThatDidNot() {
        carets.point(ADA, List.of(caret(1)));
        carets.point(MERT, List.of(caret(4)));
        carets.show();
        List<Map<ParticipantId, List<Selection>>> shown = new ArrayList<>();
        carets.shownProperty().subscribe((_, now) -> shown.add(now));

        carets.carry(TextOperation.insert(5, 0, "x"), null);
        carets.show();
        carets.carry(TextOperation.insert(6, 6, "x"), null);
        carets.show();

        assertThat(shown).containsExactly(Map.of(ADA, List.of(caret(2)), MERT, List.of(caret(5))));
    }

    @Test
    void whoWasNotThereAnyMoreWhenOneCameBackHasNone() {
        carets.point(ADA, List.of(caret(1)));
        carets.point(MERT, List.of(caret(4)));

        carets.retain(Set.of(MERT));
        carets.show();

        assertThat(carets.shownProperty().get()).containsOnlyKeys(MERT);
    }

    @Test
    void whoIsGoneHasNone() {
        carets.point(ADA, List.of(caret(1)));
        carets.show();

        carets.remove(ADA);
        carets.show();

        assertThat(carets.shownProperty().get()).isEmpty();
    }
}
