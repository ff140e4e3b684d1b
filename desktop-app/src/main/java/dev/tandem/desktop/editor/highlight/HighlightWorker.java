package dev.tandem.desktop.editor.highlight;

import dev.tandem.desktop.language.Language;
import dev.tandem.desktop.language.Languages;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that owns a highlighter. It takes all that waits before it answers once, so that it
/// never lags behind fast typing; and after an edit it rests until the frame that shows it is out,
/// so that on a machine with few cores no key waits for its own colours. Its methods are called
/// from any one thread.
final class HighlightWorker {
    private static final Logger log = LoggerFactory.getLogger(HighlightWorker.class);

    /// Code units around the part on screen that are coloured ahead of scrolling.
    private static final int MARGIN = 2_000;

    /// More than any screen shows. A large paste makes the part on screen seem larger than that,
    /// until it is said what is on screen then.
    private static final int LONGEST = 50_000;

    /// A frame and what it takes to draw it.
    private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(25);

    /// However fast someone types, the colours follow.
    private static final long LONGEST_REST_NS = TimeUnit.MILLISECONDS.toNanos(120);

    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Consumer<Highlighting> answers;

    private final StringBuilder text = new StringBuilder();
    private Language language = Languages.PLAIN_TEXT;
    private Highlighter highlighter = new PlainHighlighter(language, "");
    private long version;
    private Task.Show shown = new Task.Show(0, 0);
    private long restUntil;
    private long answerBy;

    private sealed interface Task {
        record Open(long version, Language language, String text) implements Task {}

        record Edit(long version, TextEdit edit) implements Task {}

        record Show(int from, int to) implements Task {
            Show after(TextEdit edit) {
                return new Show(edit.map(from, false), edit.map(to, true));
            }
        }

        record Close() implements Task {}
    }

    HighlightWorker(Consumer<Highlighting> answers) {
        this.answers = answers;
        Thread.ofPlatform().daemon().name("highlighter").start(this::run);
    }

    void open(long version, Language language, String text) {
        tasks.add(new Task.Open(version, language, text));
    }

    void edit(long version, TextEdit edit) {
        tasks.add(new Task.Edit(version, edit));
    }

    void show(int from, int to) {
        tasks.add(new Task.Show(from, to));
    }

    void close() {
        tasks.add(new Task.Close());
    }

    private void run() {
        try {
            Task task = tasks.take();
            while (take(task)) {
                Task next = tasks.poll(rest(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    answer();
                    answerBy = 0;
                    next = tasks.take();
                }
                task = next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            highlighter.close();
        }
    }

    /// How long to wait for more before answering, in nanoseconds.
    private long rest() {
        return answerBy == 0 ? 0 : Math.min(restUntil, answerBy) - System.nanoTime();
    }

    private boolean take(Task task) {
        switch (task) {
            case Task.Open open -> open(open);
            case Task.Edit edit -> edit(edit);
            case Task.Show show -> shown = show;
            case Task.Close() -> {
                return false;
            }
        }
        return true;
    }

    private void open(Task.Open open) {
        text.setLength(0);
        text.append(open.text());
        language = open.language();
        version = open.version();
        attempt(() -> replace(Highlighters.open(language, open.text())));
    }

    private void edit(Task.Edit edit) {
        long now = System.nanoTime();
        restUntil = now + REST_NS;
        answerBy = answerBy == 0 ? now + LONGEST_REST_NS : answerBy;
        edit.edit().applyTo(text);
        version = edit.version();
        shown = shown.after(edit.edit());
        attempt(() -> highlighter.edit(edit.edit()));
    }

    private void answer() {
        int from = Math.clamp(shown.from() - MARGIN, 0, text.length());
        int shownTo = Math.min(shown.to(), shown.from() + LONGEST);
        int to = Math.clamp(shownTo + (long) MARGIN, from, text.length());
        attempt(() ->
                answers.accept(
                        new Highlighting(
                                version,
                                from,
                                to,
                                SpanPainter.pointedOut(
                                        highlighter.spans(from, to), text, from, to))));
    }

    /// A grammar that fails costs its colours, not the editor's.
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Highlighting {} failed, plain colours instead", language.id(), e);
            replace(new PlainHighlighter(language, text.toString()));
        }
    }

    private void replace(Highlighter next) {
        highlighter.close();
        highlighter = next;
    }
}
