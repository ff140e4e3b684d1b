package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Where past interviews are kept. FX thread; the answers come on any thread.
public interface Places {
    /// What was hosted on this computer. Its relay runs until [#leave].
    CompletableFuture<Answer<Archive>> here();

    /// The relay that one is signed in to; null where one is not.
    @Nullable SignedIn signedIn();

    CompletableFuture<Answer<SignedIn>> signIn(Credentials credentials);

    void signOut();

    /// The relay that one used last, as people read it; empty for none.
    String lastRelay();

    /// The address that one signed in with last; empty for none.
    String lastEmail();

    /// One has seen enough.
    void leave();

    /// What one hosted on a relay.
    ///
    /// @param relay its address, as people read it
    record SignedIn(String relay, Archive archive) {}

    /// Who one is at a relay.
    ///
    /// @param relay its address, as it was written
    /// @param code of the second step of signing in; null where none was asked for
    record Credentials(String relay, String email, String password, @Nullable String code) {
        /// Without the password: it is not for logs.
        @Override
        public String toString() {
            return "Credentials[" + relay + "]";
        }
    }
}
