package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The ways into a room. What succeeds leads out of the start page, so only progress and failures
/// are told here, on the FX thread.
public interface Doorway {

    Attempt join(Join request, Watcher watcher);

    Attempt host(Host request, Watcher watcher);

    /// What a relay can be asked besides, with the certificates that one trusts here.
    default RelayApi api(RelayAddress relay) {
        return new RelayApi(relay);
    }

    /// Asks what a code leads to; nobody is told where the relay does not say.
    void look(RelayAddress relay, InviteCode code, Consumer<InviteDetails> onTold);

    /// By the code one was sent.
    ///
    /// @param told whether one has been told what the interview records; if not, and it notes more
    ///   than every interview does, the attempt fails with [Cause#RECORDED]
    record Join(RelayAddress relay, InviteCode code, String name, boolean told) {}

    /// A new interview.
    ///
    /// @param facts whether the candidates' windows tell facts about themselves
    record Host(
            Place place,
            String title,
            String language,
            @Nullable Integer plannedMinutes,
            boolean facts,
            String name) {}

    /// Where a new interview takes place.
    sealed interface Place {}

    record OnThisComputer(boolean openToNetwork) implements Place {}

    /// On a relay where one has an account.
    ///
    /// @param code of the second step of signing in; null where none was asked for
    record OnRelay(RelayAddress relay, String email, String password, @Nullable String code)
            implements Place {
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
        SECOND_STEP,
        /// One has to be told first what is recorded.
        RECORDED,
        OTHER
    }
}
