package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.protocol.api.InviteCode;
import org.jspecify.annotations.Nullable;

/// The ways into a room. What succeeds leads out of the start page, so only progress and failures
/// are told here, on the FX thread.
public interface Doorway {

    Attempt join(Join request, Watcher watcher);

    Attempt host(Host request, Watcher watcher);

    /// By the code one was sent.
    record Join(RelayAddress relay, InviteCode code, String name) {}

    /// A new interview.
    record Host(
            Place place,
            String title,
            String language,
            @Nullable Integer plannedMinutes,
            String name) {}

    /// Where a new interview takes place.
    sealed interface Place {}

    record OnThisComputer(boolean openToNetwork) implements Place {}

    record OnRelay(RelayAddress relay, String email, String password) implements Place {
        /// Without the password: it is not for logs.
        @Override
        public String toString() {
            return "OnRelay[" + relay + "]";
        }
    }

    /// Something under way.
    interface Attempt {
        /// Gives up; nothing more is told.
        void cancel();
    }

    interface Watcher {
        /// What is being done at the moment, in two or three words.
        void progress(String words);

        void failed(Failure failure);
    }

    /// Why it did not work.
    ///
    /// @param sentence what is wrong and what to do
    record Failure(Cause cause, String sentence) {}

    /// To which field a failure belongs.
    enum Cause {
        CODE,
        NAME,
        RELAY,
        ACCOUNT,
        OTHER
    }
}
