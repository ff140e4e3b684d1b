package dev.tandem.desktop.editor.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.language.Language;
import dev.tandem.desktop.language.Languages;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The test's thread stands for the FX thread: answers wait in a queue until it takes them.
final class HighlightServiceTest {
    private static final Language JAVA = Languages.of("java");

    private final BlockingQueue<Runnable> fxQueue = new LinkedBlockingQueue<>();
    private final BlockingQueue<Highlighting> seen = new LinkedBlockingQueue<>();
    private final HighlightService service = new HighlightService(fxQueue::add, seen::add);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void coloursWhatIsShown() throws InterruptedException {
        service.open(JAVA, "class Ada {}");
        service.show(0, 12);
        awaitSpans(span(0, 5, SyntaxKind.KEYWORD), span(6, 9, SyntaxKind.TYPE));
    }

    @Test
    void coloursAnewAfterEachEdit() throws InterruptedException {
        service.open(JAVA, "class Ada {}");
        service.show(0, 12);
        service.edit(new TextEdit(0, 0, "final "));
        service.edit(new TextEdit(12, 3, "Mert"));
        awaitSpans(
                span(0, 5, SyntaxKind.KEYWORD),
                span(6, 11, SyntaxKind.KEYWORD),
                span(12, 16, SyntaxKind.TYPE));
    }

    @Test
    void movesLateAnswersAlongWithWhatWasTypedMeanwhile() throws InterruptedException {
        service.open(JAVA, "class Ada {}");
        service.show(0, 12);
        Runnable late = nextOnFx();
        service.edit(new TextEdit(0, 0, "// "));
        service.edit(new TextEdit(9, 3, ""));
        late.run();
        assertThat(seen.remove().spans())
                .as("what was found before or after, where it is now")
                .isIn(
                        List.of(span(3, 8, SyntaxKind.KEYWORD)),
                        List.of(span(0, 12, SyntaxKind.COMMENT)));
    }

    @Test
    void leavesOneAnswerWaitingHoweverMuchIsTyped() throws InterruptedException {
        service.open(JAVA, "");
        service.show(0, 100);
        Runnable late = nextOnFx();
        for (int i = 0; i < 100; i++) {
            service.edit(new TextEdit(i, 0, "i"));
        }
        service.edit(new TextEdit(0, 100, "class"));
        assertThat(fxQueue).isEmpty();
        late.run();
        awaitSpans(span(0, 5, SyntaxKind.KEYWORD));
    }

    @Test
    void dropsAnswersAboutATextThatIsGone() throws InterruptedException {
        service.open(JAVA, "class Ada {}");
        service.show(0, 12);
        Runnable late = nextOnFx();
        service.open(Languages.of("python"), "class");
        late.run();
        assertThat(nextAnswer().spans())
                .as("the first answer is about the new text, whether it came in time or not")
                .containsExactly(span(0, 5, SyntaxKind.KEYWORD));
    }

    @Test
    void isSilentOnceClosed() throws InterruptedException {
        service.open(JAVA, "class Ada {}");
        Runnable late = nextOnFx();
        service.close();
        late.run();
        assertThat(seen).isEmpty();
    }

    @Test
    void coloursALongTextAroundWhatIsShownOnly() throws InterruptedException {
        String text = "int a;\n".repeat(10_000);
        service.open(JAVA, text);
        service.show(35_000, 36_000);
        Highlighting part = nextAnswer();
        while (part.from() == 0) {
            part = nextAnswer();
        }
        assertThat(part.from()).isBetween(30_000, 35_000);
        assertThat(part.to()).isBetween(36_000, 41_000);
        assertThat(part.spans()).extracting(SyntaxSpan::kind).containsOnly(SyntaxKind.TYPE);
    }

    @Test
    void keepsTheShownPartInSightWhileOthersWriteAboveIt() throws InterruptedException {
        service.open(JAVA, "int a;\n".repeat(2_000) + "class Ada {}\n");
        service.show(14_000, 14_012);
        service.edit(new TextEdit(0, 0, "int b;\n".repeat(2_000)));
        Highlighting part = nextAnswer();
        while (part.to() < 28_000 || part.from() < 20_000) {
            part = nextAnswer();
        }
        assertThat(part.spans()).contains(span(28_000, 28_005, SyntaxKind.KEYWORD));
    }

    private void awaitSpans(SyntaxSpan... wanted) throws InterruptedException {
        Highlighting answer = nextAnswer();
        while (!answer.spans().equals(List.of(wanted))) {
            answer = nextAnswer();
        }
    }

    private Highlighting nextAnswer() throws InterruptedException {
        while (seen.isEmpty()) {
            nextOnFx().run();
        }
        return seen.remove();
    }

    private Runnable nextOnFx() throws InterruptedException {
        Runnable next = fxQueue.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("an answer of the worker").isNotNull();
        return next;
    }

    private static SyntaxSpan span(int from, int to, SyntaxKind kind) {
        return new SyntaxSpan(from, to, kind);
    }
}
