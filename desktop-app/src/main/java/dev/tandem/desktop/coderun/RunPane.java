package dev.tandem.desktop.coderun;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Pill;
import dev.tandem.desktop.fx.TabStrip;
import dev.tandem.desktop.fx.Ticker;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.session.NoIntents;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.event.RoomEvent.TestFinished;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.RunPart;
import dev.tandem.protocol.room.RunPart.Printed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// What programs print and read, what their tests say, and how they ended. FX thread.
public final class RunPane extends VBox {
    private final RunModel model;
    private final boolean live;
    private final TabStrip tabs = new TabStrip();
    private final StackPane panes = growing(new StackPane());
    private final OutputView output =
            new OutputView("output", "What the program printed", _ -> true);
    private final OutputView errors =
            new OutputView(
                    "errors", "What the program wrote to its error stream", RunPane::isError);
    private final TabStrip.Tab outputTab;
    private final TabStrip.Tab errorsTab;
    private final TabStrip.Tab testsTab;
    private final InputLine line;

    public RunPane(RunModel model, RoomIntents intents) {
        this(model, intents, true);
    }

    /// The runs of a room that is past, in which nobody runs anything any more.
    public static RunPane toRead(RoomStore room) {
        return new RunPane(new RunModel(room, NoIntents.NONE), NoIntents.NONE, false);
    }

    private RunPane(RunModel model, RoomIntents intents, boolean live) {
        this.model = model;
        this.live = live;
        line = new InputLine(model);
        outputTab = add("tab-output", "Output", withEmpty(output, this::whatWillBeHere));
        errorsTab = add("tab-errors", "Errors", withEmpty(errors, this::whatErrorsWillBeHere));
        TestsView tests = new TestsView(model, intents);
        testsTab = add("tab-tests", "Tests", tests);
        if (live) {
            add("tab-input", "Input", input());
        }
        tabs.end(verdict(), facts(), new RunHistory(model));
        getChildren().addAll(tabs, progress(), panes, foot(tests.buttons()));
        styled(this, "run-pane");
        keepFootInSight();
        keepFresh(
                this::show,
                model.shownProperty(),
                tabs.selectedProperty(),
                model.room().testsProperty());
        model.shownProperty().subscribe(this::turnToWhatIsNew);
        Ticker.attach(this, model::tick);
    }

    /// However low the panel is, it is what is above the foot that is cut off.
    private void keepFootInSight() {
        Rectangle window = new Rectangle();
        window.widthProperty().bind(panes.widthProperty());
        window.heightProperty().bind(panes.heightProperty());
        panes.setClip(window);
        panes.setMinHeight(0);
    }

    /// Takes the keyboard to where one would go on in this panel.
    public void focusWithin() {
        if (line.isVisible()) {
            line.focus();
        } else {
            Optional.ofNullable(tabs.selectedProperty().get()).ifPresent(Node::requestFocus);
        }
    }

    private TabStrip.Tab add(String id, String title, Node pane) {
        TabStrip.Tab tab = named(id, tabs.add(title));
        showWhile(tab.selectedProperty(), pane);
        panes.getChildren().add(pane);
        return tab;
    }

    private static boolean isError(RunPart part) {
        return part instanceof Printed(RunStream stream, _) && stream == RunStream.STDERR;
    }

    private void show() {
        Run run = model.shownProperty().get();
        if (outputTab.isSelected()) {
            output.show(run);
        } else if (errorsTab.isSelected()) {
            errors.show(run);
        }
        boolean wrong = run != null && run.transcript().parts().stream().anyMatch(RunPane::isError);
        errorsTab.setText(wrong ? "Errors •" : "Errors");
        errorsTab.setAccessibleText(wrong ? "Errors, there are some" : "Errors, there are none");
        testsTab.setText(testsTitle(run));
    }

    private String testsTitle(@Nullable Run run) {
        List<TestCase> tests = model.room().testsProperty().get();
        if (run != null && run.tests() != null) {
            long passed = run.results().stream().filter(TestFinished::passed).count();
            return "Tests %d/%d".formatted(passed, run.tests());
        }
        return tests.isEmpty() ? "Tests" : "Tests " + tests.size();
    }

    /// A run that begins is what one wants to see, in the tab that shows it.
    private void turnToWhatIsNew(@Nullable Run before, @Nullable Run run) {
        if (run != null
                && !run.isOver()
                && (before == null || !before.runId().equals(run.runId()))) {
            (run.tests() == null ? outputTab : testsTab).setSelected(true);
        }
    }

    private Pill verdict() {
        Pill pill = named("verdict", new Pill(Tone.NEUTRAL, ""));
        model.verdictProperty().subscribe(now -> pill.show(now.tone(), now.words()));
        showWhile(pill.textProperty().isNotEmpty(), pill);
        return pill;
    }

    private Label facts() {
        Label facts = named("run-facts", styled(new Label(), "muted", "tabular"));
        facts.textProperty().bind(model.factsProperty());
        facts.setMinWidth(USE_PREF_SIZE);
        showWhile(facts.textProperty().isNotEmpty(), facts);
        return facts;
    }

    /// Its place is kept while nothing runs.
    private ProgressBar progress() {
        ProgressBar bar = named("run-time", styled(new ProgressBar(), "run-time"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much of its time the program has used");
        bar.progressProperty().bind(Bindings.max(0, model.progressProperty()));
        bar.visibleProperty().bind(model.progressProperty().greaterThan(0));
        return bar;
    }

    private StackPane withEmpty(OutputView view, Supplier<String> words) {
        Label empty =
                named(
                        view.getId().replace("view", "empty"),
                        styled(new Label(), "muted", "run-empty"));
        empty.setWrapText(true);
        StackPane.setAlignment(empty, Pos.TOP_LEFT);
        keepFresh(
                () -> empty.setText(words.get()),
                model.shownProperty(),
                model.obstacleProperty(),
                model.room().runnerProperty(),
                model.room().languageProperty());
        empty.visibleProperty().bind(empty.textProperty().isNotEmpty());
        return new StackPane(view, empty);
    }

    private String whatWillBeHere() {
        Run run = model.shownProperty().get();
        if (run != null) {
            return run.tests() != null && run.transcript().parts().isEmpty()
                    ? "What the program prints in its tests is under Tests."
                    : "";
        }
        if (!live) {
            return "Nothing has run yet.";
        }
        if (!model.obstacleProperty().get().isEmpty()) {
            return "Nothing has run yet. " + model.obstacleProperty().get();
        }
        return "Nothing has run yet. What a program prints is shown here, to everyone.\n"
                + model.limits();
    }

    private String whatErrorsWillBeHere() {
        Run run = model.shownProperty().get();
        boolean wrong = run != null && run.transcript().parts().stream().anyMatch(RunPane::isError);
        return wrong
                ? ""
                : "What a program or its compiler writes to the error stream is shown here by"
                        + " itself. There is nothing.";
    }

    private VBox input() {
        TextArea text = named("run-input", styled(new TextArea(), "code", "plain"));
        text.setPromptText("Nothing: you can type for the program while it runs.");
        text.setAccessibleText("What the next program that you run reads");
        text.textProperty().bindBidirectional(model.inputProperty());
        Label what =
                styled(
                        new Label(
                                "What the next program that you run reads, all of it. Only you see"
                                        + " it until then."),
                        "muted",
                        "caption");
        what.setWrapText(true);
        return styled(new VBox(6, what, growing(text)), "run-input-pane");
    }

    private StackPane foot(HBox tests) {
        Label story = named("run-story", styled(new Label(), "muted", "caption"));
        story.textProperty().bind(model.storyProperty());
        showWhile(testsTab.selectedProperty(), tests);
        HBox told = new HBox(8, story, spring(), tests);
        told.setAlignment(Pos.CENTER_LEFT);
        showWhile(model.typableProperty().and(testsTab.selectedProperty().not()), line);
        told.visibleProperty().bind(line.visibleProperty().not());
        return styled(new StackPane(told, line), "run-foot");
    }
}
