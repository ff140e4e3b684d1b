package dev.tandem.desktop.editor.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.OddText;
import dev.tandem.desktop.fx.Unseen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnseenTest {
    @Test
    void showsEachByASignOfItsKind() {
        assertThat(Unseen.shown("a\u0000\u001b\u007f\u009b")).isEqualTo("a¤¤¤¤");
        assertThat(Unseen.shown("\u000b\f\u0085\u2028\u2029")).isEqualTo("¶¶¶¶¶");
        assertThat(Unseen.shown("\u202e\u2066\u2069\u200f")).isEqualTo("◄►■◄");
        assertThat(Unseen.shown("\ufeff\u200b\u2060\u00ad")).isEqualTo("¦¦¦¬");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(x):\treturn x\n",
                "👨‍👩‍👧‍👦❤️1️⃣",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "naïve é 語",
                "a\u00a0b"
            })
    void leavesAloneWhatIsSeenOrHasAUse(String text) {
        assertThat(Unseen.shown(text)).isSameAs(text);
    }

    @Test
    void showsAJoinerThatJoinsNothing() {
        assertThat(Unseen.shown("is\u200dAdmin")).isEqualTo("is¦Admin");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLength(OddText odd) {
        assertThat(Unseen.shown(odd.shared())).hasSameSizeAs(odd.shared());
    }

    @Test
    void pointsOutAmongTheColours() {
        List<SyntaxSpan> string = List.of(new SyntaxSpan(10, 16, SyntaxKind.STRING));

        assertThat(SpanPainter.pointedOut(string, "0123456789\"ab\u00a0d\"\u0000", 10, 17))
                .containsExactly(
                        new SyntaxSpan(10, 13, SyntaxKind.STRING),
                        new SyntaxSpan(13, 14, SyntaxKind.UNSEEN),
                        new SyntaxSpan(14, 16, SyntaxKind.STRING),
                        new SyntaxSpan(16, 17, SyntaxKind.UNSEEN));
        assertThat(SpanPainter.pointedOut(string, "0123456789\"abcd\"", 10, 16)).isSameAs(string);
    }
}
