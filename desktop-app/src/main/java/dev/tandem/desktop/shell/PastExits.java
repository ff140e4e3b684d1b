package dev.tandem.desktop.shell;

import dev.tandem.desktop.history.Exits;
import dev.tandem.desktop.history.KeptInterview;
import dev.tandem.protocol.event.LoggedEvent;
import java.util.List;
import java.util.function.BiConsumer;

/// Where past interviews lead in a window. FX thread.
///
/// @param onReplay shows an interview as it was
/// @param onBack leads to where one came from
record PastExits(
        Verifying verifying, BiConsumer<KeptInterview, List<LoggedEvent>> onReplay, Runnable onBack)
        implements Exits {
    @Override
    public void replay(KeptInterview interview, List<LoggedEvent> events) {
        onReplay.accept(interview, events);
    }

    @Override
    public void verify(KeptInterview interview) {
        verifying.verify(interview);
    }

    @Override
    public void verifyFile() {
        verifying.verifyChosen();
    }

    @Override
    public void back() {
        onBack.run();
    }
}
