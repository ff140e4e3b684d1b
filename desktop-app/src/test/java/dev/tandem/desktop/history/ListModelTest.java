package dev.tandem.desktop.history;

import static dev.tandem.desktop.history.FakeArchive.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.SessionSort;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.role.SessionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the list of past interviews does, without a window and without a relay.
class ListModelTest {
    private final List<Runnable> moments = new ArrayList<>();
    private final Clock clock =
            new Clock(InstantSource.fixed(Instant.ofEpochMilli(NOW)), Runnable::run, moments::add);

    private ListModel open(FakeArchive archive) {
        return new ListModel(archive, clock, () -> {});
    }

    /// A moment passes.
    private void pass() {
        List<Runnable> due = List.copyOf(moments);
        moments.clear();
        due.forEach(Runnable::run);
    }

    private static long interviews(ListModel model) {
        return model.pages().rows().stream().filter(Row.Interview.class::isInstance).count();
    }

    private static String count(ListModel model) {
        return model.pages().stateProperty().get() instanceof Pages.State.Ready(String count)
                ? count
                : "";
    }

    private static SessionSummary at(ListModel model, int index) {
        return ((Row.Interview) model.pages().rows().get(index)).session();
    }

    @Test
    void outlinesStandWhereInterviewsWill() {
        FakeArchive archive = new FakeArchive(3);
        archive.slow = true;
        ListModel model = open(archive);
        assertThat(model.pages().rows()).hasSizeGreaterThan(10).containsOnly(new Row.Outline());
        archive.answer();
        assertThat(model.pages().rows()).hasSize(3);
        assertThat(count(model)).isEqualTo("3 interviews");
    }

    @Test
    void pagesFollowAsOneLooksFurther() {
        FakeArchive archive = new FakeArchive(120);
        ListModel model = open(archive);
        assertThat(interviews(model)).isEqualTo(50);
        assertThat(model.pages().rows().getLast()).isEqualTo(new Row.Outline());
        assertThat(count(model)).isEqualTo("The first 50 interviews");

        model.pages().look(10);
        assertThat(interviews(model)).isEqualTo(50);
        archive.slow = true;
        model.pages().look(40);
        model.pages().look(45);
        archive.answer();
        assertThat(interviews(model)).isEqualTo(100);
        archive.slow = false;
        model.pages().look(99);
        model.pages().look(119);
        assertThat(interviews(model)).isEqualTo(120);
        assertThat(model.pages().rows()).hasSize(120).doesNotHaveDuplicates();
        assertThat(count(model)).isEqualTo("120 interviews");
        assertThat(archive.searches).hasSize(3);
    }

    @Test
    void aPageThatDidNotComeCanBeAskedForAgain() {
        FakeArchive archive = new FakeArchive(60);
        ListModel model = open(archive);
        archive.failure = "The relay does not answer.";
        model.pages().look(49);
        assertThat(model.pages().rows())
                .hasSize(51)
                .endsWith(new Row.Trouble("The relay does not answer."));
        model.pages().look(50);
        assertThat(archive.searches).as("not by itself").hasSize(2);

        archive.failure = "";
        model.pages().loadMore();
        assertThat(model.pages().rows()).hasSize(60);
    }

    @Test
    void aListThatDidNotComeCanBeAskedForAgain() {
        FakeArchive archive = new FakeArchive(2);
        archive.failure = "The relay does not answer.";
        ListModel model = open(archive);
        assertThat(model.pages().stateProperty().get())
                .isEqualTo(new Pages.State.Failed("The relay does not answer."));
        assertThat(model.pages().rows()).isEmpty();
        archive.failure = "";
        model.load();
        assertThat(interviews(model)).isEqualTo(2);
    }

    @Test
    void onlyTheLastThingThatWasLookedForIsShown() {
        FakeArchive archive = new FakeArchive(30);
        ListModel model = open(archive);
        archive.slow = true;
        model.show(Filter.ALL.withWords("data"));
        model.show(Filter.ALL.withWords("graduate"));
        assertThat(interviews(model)).as("what was there still is").isEqualTo(30);
        archive.answer();
        assertThat(interviews(model)).isEqualTo(5);
        assertThat(at(model, 0).facts().title()).isEqualTo("Graduate programme");
        archive.slow = false;
        model.show(Filter.ALL.withWords("nothing of this name"));
        assertThat(model.pages().rows()).isEmpty();
        assertThat(model.selected()).isNull();
        assertThat(model.detailsProperty().get()).isEqualTo(new Details.Nothing());
    }

    @Test
    void everyFilterIsAskedOfTheRelay() {
        FakeArchive archive = new FakeArchive(1);
        ListModel model = open(archive);
        model.show(new Filter(" ada ", SessionStatus.ENDED, "go", Period.WEEK, SessionSort.TITLE));
        assertThat(archive.searches.getLast().parameters())
                .containsEntry("any", "ada")
                .containsEntry("status", "ended")
                .containsEntry("language", "go")
                .containsEntry("from", "" + (NOW - Duration.ofDays(7).toMillis()))
                .containsEntry("sort", "title")
                .hasSize(5);
    }

    @Test
    void whatIsSelectedIsShownAtOnceAndAskedForWhenOneStaysWithIt() {
        FakeArchive archive = new FakeArchive(20);
        ListModel model = open(archive);
        assertThat(model.selected()).as("the first").isEqualTo(at(model, 0));
        model.select(at(model, 4));
        model.select(at(model, 5));
        assertThat(model.detailsProperty().get()).isEqualTo(new Details.Coming(at(model, 5)));
        pass();
        assertThat(archive.asked).containsExactly(at(model, 5).id());
        assertThat(model.detailsProperty().get()).isInstanceOf(Details.Whole.class);

        archive.failure = "The relay does not answer.";
        model.select(at(model, 6));
        pass();
        assertThat(model.detailsProperty().get())
                .isEqualTo(new Details.Failed(at(model, 6), "The relay does not answer."));
    }

    @Test
    void whatIsSelectedStaysSoWhileItIsInTheList() {
        FakeArchive archive = new FakeArchive(20);
        ListModel model = open(archive);
        SessionSummary data = at(model, 7);
        model.select(data);
        model.show(Filter.ALL.withWords("data"));
        assertThat(model.selected()).isEqualTo(data);
        model.show(Filter.ALL.withWords("graduate"));
        assertThat(model.selected()).isEqualTo(at(model, 0));
    }

    @Test
    void theListKeepsItsPlaceWhenOneIsDeleted() {
        FakeArchive archive = new FakeArchive(120);
        ListModel model = open(archive);
        SessionSummary gone = at(model, 30);
        SessionSummary next = at(model, 31);
        model.select(gone);
        model.delete(gone);
        assertThat(model.errandProperty().get().sentence())
                .isEqualTo("Deleted “%s”.".formatted(gone.facts().title()));
        assertThat(model.selected()).isEqualTo(next);
        assertThat(at(model, 30)).isEqualTo(next);
        assertThat(count(model)).isEqualTo("The first 49 interviews");

        archive.sessions.remove(next);
        model.delete(next);
        assertThat(interviews(model)).as("somebody else was quicker").isEqualTo(48);
        archive.failure = "The relay does not answer.";
        model.delete(at(model, 0));
        assertThat(model.errandProperty().get())
                .isEqualTo(Errand.failed("The relay does not answer."));
        assertThat(interviews(model)).isEqualTo(48);
    }

    @Test
    void theLastOfAListIsDeletedToo() {
        FakeArchive archive = new FakeArchive(2);
        ListModel model = open(archive);
        model.select(at(model, 1));
        model.delete(at(model, 1));
        assertThat(model.selected()).isEqualTo(at(model, 0));
        model.delete(at(model, 0));
        assertThat(model.selected()).isNull();
        assertThat(model.pages().rows()).isEmpty();
    }

    @Test
    void aRecordingIsFetchedPageByPage() {
        FakeArchive archive = new FakeArchive(1);
        ListModel model = open(archive);
        archive.slow = true;
        List<List<LoggedEvent>> fetched = new ArrayList<>();
        model.fetch(at(model, 0), fetched::add);
        archive.answer();
        assertThat(model.errandProperty().get())
                .isEqualTo(
                        new Errand(
                                Errand.State.CANCELLABLE,
                                "Fetching the recording: 10,000 of 4,200 events…"));
        archive.answer();
        archive.answer();
        assertThat(fetched.getFirst())
                .hasSize(25_000)
                .isSortedAccordingTo((a, b) -> a.seq().compareTo(b.seq()));
        assertThat(model.errandProperty().get()).isEqualTo(Errand.NONE);
    }

    @Test
    void aRecordingThatIsGivenUpDoesNotCome() {
        FakeArchive archive = new FakeArchive(1);
        ListModel model = open(archive);
        archive.slow = true;
        List<List<LoggedEvent>> fetched = new ArrayList<>();
        model.fetch(at(model, 0), fetched::add);
        archive.answer();
        model.cancel();
        archive.answer();
        archive.answer();
        assertThat(fetched).isEmpty();
        assertThat(model.errandProperty().get()).isEqualTo(Errand.NONE);

        archive.slow = false;
        archive.failure = "The relay does not answer.";
        model.fetch(at(model, 0), fetched::add);
        assertThat(model.errandProperty().get())
                .isEqualTo(Errand.failed("The relay does not answer."));
    }

    @Test
    void anExportSaysWhereItWent() {
        ListModel model = open(new FakeArchive(1));
        Path file = Path.of("talk.md");
        model.export(at(model, 0), ExportFormat.MD, file);
        assertThat(model.errandProperty().get()).isEqualTo(Errand.done("Saved as talk.md."));
    }
}
