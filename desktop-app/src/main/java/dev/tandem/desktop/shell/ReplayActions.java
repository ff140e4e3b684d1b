package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static javafx.scene.layout.Region.USE_PREF_SIZE;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.history.Errand;
import dev.tandem.desktop.history.ExportMenu;
import dev.tandem.desktop.history.KeptInterview;
import dev.tandem.desktop.history.SaveAs;
import dev.tandem.desktop.history.Saving;
import dev.tandem.protocol.api.ExportFormat;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// What can be done with a recording beside reading it: controls for its header. FX thread.
final class ReplayActions {
    /// The title has to have room, too.
    private static final double MOST_WORDS = 220;

    private final KeptInterview interview;
    private final SaveAs saveAs;
    private final Label errand = named("replay-errand", new Label());
    private final ExportMenu export = new ExportMenu("replay-export", this::export);

    private ReplayActions(KeptInterview interview, SaveAs saveAs) {
        this.interview = interview;
        this.saveAs = saveAs;
        errand.setMaxWidth(MOST_WORDS);
        errand.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        showWhile(errand.textProperty().isNotEmpty(), errand);
    }

    /// Of a file, of which there is nothing to export.
    static List<Node> ofFile(Runnable onVerify) {
        return List.of(verify(onVerify));
    }

    static List<Node> of(KeptInterview interview, SaveAs saveAs, Runnable onVerify) {
        ReplayActions actions = new ReplayActions(interview, saveAs);
        return List.of(actions.errand, actions.export, verify(onVerify));
    }

    private static Button verify(Runnable onVerify) {
        Button verify = named("replay-verify", new Button("Verify…"));
        verify.setMinWidth(USE_PREF_SIZE);
        verify.setOnAction(_ -> onVerify.run());
        return verify;
    }

    private void export(ExportFormat format) {
        saveAs.ask(
                        export.getScene().getWindow(),
                        format.fileName(interview.session().facts()),
                        format)
                .ifPresent(file ->
                        new Saving(interview.archive(), Platform::runLater, this::show)
                                .save(interview.session(), format, file));
    }

    private void show(Errand now) {
        export.setDisable(now.isGoingOn());
        errand.setText(now.sentence());
        errand.setTooltip(new Tooltip(now.sentence())); // there is little room
        (now.state() == Errand.State.FAILED ? Tone.BAD : Tone.NEUTRAL).paint(errand);
    }
}
