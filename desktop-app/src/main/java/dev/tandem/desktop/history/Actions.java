package dev.tandem.desktop.history;

import dev.tandem.desktop.fx.Confirm;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.role.SessionStatus;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What can be done with the interview that is selected. FX thread.
///
/// @param where the place in words: `this computer`, `relay.example.org`
/// @param onReplay shows a recording; null where nothing does
record Actions(
        ListModel model, String where, SaveAs saveAs, @Nullable Consumer<Recording> onReplay) {

    boolean offersReplay() {
        return onReplay != null;
    }

    void replay() {
        SessionSummary session = model.selected();
        if (session != null && onReplay != null && isFree()) {
            model.fetch(session, onReplay);
        }
    }

    void export(Window window, ExportFormat format) {
        SessionSummary session = model.selected();
        if (session != null && isFree()) {
            saveAs.ask(window, format.fileName(session.facts()), format)
                    .ifPresent(file -> model.export(session, format, file));
        }
    }

    void delete(Window window) {
        SessionSummary session = model.selected();
        if (session != null && isFree() && mayDelete(session)) {
            question(session).ask(window, () -> model.delete(session));
        }
    }

    static boolean mayDelete(SessionSummary session) {
        return session.facts().status() == SessionStatus.ENDED;
    }

    private boolean isFree() {
        return !model.errandProperty().get().isGoingOn();
    }

    private Confirm question(SessionSummary session) {
        return new Confirm(
                "Delete “%s”?".formatted(session.facts().title()),
                "The code with every change, the chat, what was run and handed in, and who was"
                        + " there: all of it is erased from %s, and nobody can bring it back."
                                .formatted(where),
                "Delete");
    }
}
