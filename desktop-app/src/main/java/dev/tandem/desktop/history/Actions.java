package dev.tandem.desktop.history;

import dev.tandem.desktop.fx.Confirm;
import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.role.SessionStatus;
import javafx.stage.Window;

/// What can be done with the interview that is selected. FX thread.
///
/// @param where the place in words: `this computer`, `relay.example.org`
record Actions(ListModel model, String where, SaveAs saveAs, Exits exits) {
    void replay() {
        SessionSummary session = model.selected();
        if (session != null && isFree()) {
            model.fetch(session, events -> exits.replay(kept(session), events));
        }
    }

    void verify() {
        SessionSummary session = model.selected();
        if (session != null) {
            exits.verify(kept(session));
        }
    }

    private KeptInterview kept(SessionSummary session) {
        return new KeptInterview(model.archive(), where, session);
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
                "The code with every change, the chat, what was run and handed in, the feedback,"
                        + " and who was there: all of it is erased from %s, and nobody can bring it back."
                                .formatted(where),
                "Delete");
    }
}
