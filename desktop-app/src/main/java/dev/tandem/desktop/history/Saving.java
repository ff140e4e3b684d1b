package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.SessionSummary;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Writes interviews to files.
///
/// @param turn does what follows an answer
/// @param onErrand is told how it goes, there
public record Saving(Archive archive, Executor turn, Consumer<Errand> onErrand) {
    public void save(SessionSummary session, ExportFormat format, Path file) {
        onErrand.accept(Errand.goingOn("Saving %s…".formatted(file.getFileName())));
        var _ =
                archive.export(session.id(), format, file)
                        .thenAcceptAsync(answer -> onErrand.accept(ended(answer)), turn);
    }

    private static Errand ended(Answer<Path> answer) {
        return switch (answer) {
            case Answer.Given<Path>(Path file) -> Errand.done("Saved as %s.".formatted(file));
            case Answer.Failed<Path>(_, String sentence) -> Errand.failed(sentence);
        };
    }
}
