package dev.tandem.desktop.shell;

import dev.tandem.desktop.history.KeptInterview;
import dev.tandem.desktop.verify.Evidence;
import dev.tandem.desktop.verify.Verification;
import dev.tandem.desktop.verify.VerifyDialog;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Window;

/// Says above a window whether an interview was changed. FX thread.
record Verifying(Window window) {
    void verify(Path file) {
        verify(Evidence.of(file));
    }

    void verifyChosen() {
        RecordingChooser.ask(window, "Verify a file").ifPresent(this::verify);
    }

    /// As its relay hands it out now.
    void verify(KeptInterview interview) {
        verify(
                new Evidence(
                        interview.session().facts().title(),
                        interview.where(),
                        () -> interview.archive().file(interview.session().id())));
    }

    private void verify(Evidence evidence) {
        VerifyDialog.show(window, new Verification(evidence, Platform::runLater));
    }
}
