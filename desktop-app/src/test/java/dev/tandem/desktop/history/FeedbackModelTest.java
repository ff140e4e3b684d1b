package dev.tandem.desktop.history;

import static dev.tandem.desktop.history.FakeArchive.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.history.FeedbackModel.State;
import dev.tandem.protocol.api.Feedback;
import dev.tandem.protocol.api.SessionSummary;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What becomes of what an interviewer writes, without a window and without a relay.
class FeedbackModelTest {
    private final List<Runnable> pauses = new ArrayList<>();
    private final FakeArchive archive = new FakeArchive(3);
    private final Clock clock =
            new Clock(
                    InstantSource.fixed(Instant.ofEpochMilli(NOW)),
                    Runnable::run,
                    Runnable::run,
                    pauses::add);
    private final ListModel list = new ListModel(archive, clock, () -> {});
    private final SessionSummary first = archive.sessions.getFirst();
    private final FeedbackModel model = list.feedback(first);

    private void write(String text) {
        model.draftProperty().set(text);
    }

    private void pause() {
        List<Runnable> due = List.copyOf(pauses);
        pauses.clear();
        due.forEach(Runnable::run);
    }

    private State state() {
        return model.stateProperty().get();
    }

    private List<String> stored() {
        return archive.feedback.getOrDefault(first.id(), List.of()).stream()
                .map(Feedback::text)
                .toList();
    }

    private void writeElsewhere(String text) {
        List<Feedback> all = archive.feedback.computeIfAbsent(first.id(), _ -> new ArrayList<>());
        int before = all.stream().filter(Feedback::mine).mapToInt(Feedback::version).sum();
        all.removeIf(Feedback::mine);
        all.add(new Feedback(null, true, text, NOW, before + 1));
    }

    @Test
    void whatIsWrittenIsSavedOnceOnePauses() {
        IntStream.of(1, 2, 3).forEach(n -> write("x".repeat(n)));
        assertThat(state()).isEqualTo(new State.Unsaved());
        pause();
        assertThat(stored()).containsExactly("xxx");
        assertThat(state()).isEqualTo(new State.Saved());
        assertThat(archive.feedback.get(first.id()).getFirst().version()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenWhileItIsSavedIsSavedAfterIt() {
        archive.slow = true;
        write("one");
        pause();
        assertThat(state()).isEqualTo(new State.Saving());
        write("one two");
        archive.answer();
        archive.answer();
        assertThat(stored()).containsExactly("one two");
        assertThat(state()).isEqualTo(new State.Saved());
    }

    @Test
    void whatCannotBeSavedStaysAndIsSavedLater() {
        archive.failure = "The relay does not answer.";
        write("Good.");
        pause();
        assertThat(state()).isEqualTo(new State.NotSaved("The relay does not answer."));
        list.select(archive.sessions.get(1));
        assertThat(list.hasUnsaved()).isTrue();
        assertThat(list.save()).isCompletedWithValue(false);

        archive.failure = "";
        list.select(first);
        assertThat(list.feedback(first).draftProperty().get()).isEqualTo("Good.");
        assertThat(list.save()).isCompletedWithValue(true);
        assertThat(stored()).containsExactly("Good.");
    }

    @Test
    void lookingAtAnotherInterviewSaves() {
        write("Good.");
        list.select(archive.sessions.get(1));
        assertThat(stored()).containsExactly("Good.");
        list.select(archive.sessions.get(2));
        assertThat(list.feedback(first)).isNotSameAs(model);
    }

    @Test
    void whatOneWroteElsewhereIsNotReplacedUnasked() {
        writeElsewhere("There");
        write("Here");
        pause();
        assertThat(state()).isEqualTo(new State.Changed("There"));
        assertThat(stored()).containsExactly("There");
        assertThat(list.save()).isCompletedWithValue(false);
        model.settle("There\n\nHere");
        assertThat(stored()).containsExactly("There\n\nHere");
        assertThat(state()).isEqualTo(new State.Saved());

        writeElsewhere("There again");
        write("Here again");
        pause();
        model.settle("There again");
        assertThat(model.draftProperty().get()).isEqualTo("There again");
        assertThat(state()).isEqualTo(new State.Saved());
    }

    @Test
    void whatIsTooLongIsSaidAndNotCutOff() {
        write("x".repeat(Feedback.LENGTH + 1));
        pause();
        assertThat(state())
                .isEqualTo(new State.NotSaved("It has 20,001 characters; shorten it to 20,000."));
        assertThat(list.hasUnsaved()).isTrue();
        assertThat(stored()).isEmpty();
    }
}
