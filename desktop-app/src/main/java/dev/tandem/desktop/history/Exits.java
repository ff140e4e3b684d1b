package dev.tandem.desktop.history;

import dev.tandem.protocol.event.LoggedEvent;
import java.util.List;

/// Where the page of past interviews leads. FX thread.
public interface Exits {
    /// To an interview as it was.
    ///
    /// @param events all of them, in their order
    void replay(KeptInterview interview, List<LoggedEvent> events);

    /// To whether an interview was changed.
    void verify(KeptInterview interview);

    /// To whether a file was changed, which is still to be chosen.
    void verifyFile();

    /// Away; the model has been left before.
    void back();
}
