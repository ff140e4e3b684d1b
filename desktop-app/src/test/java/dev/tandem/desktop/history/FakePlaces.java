package dev.tandem.desktop.history;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.protocol.api.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One archive here, and one on a relay that wants a password and perhaps a code.
final class FakePlaces implements Places {
    static final String PASSWORD = "correct horse";
    static final String CODE = "123456";

    final FakeArchive here;
    final FakeArchive onRelay = new FakeArchive(3);
    final List<Credentials> tried = new ArrayList<>();
    boolean secondStep;

    /// Why nothing can be started here; empty where it can.
    String failure = "";

    int users;
    private @Nullable SignedIn signedIn;

    FakePlaces(FakeArchive here) {
        this.here = here;
    }

    @Override
    public CompletableFuture<Answer<Archive>> here() {
        users++;
        return CompletableFuture.completedFuture(
                failure.isEmpty() ? new Answer.Given<>(here) : new Answer.Failed<>(null, failure));
    }

    @Override
    public @Nullable SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public CompletableFuture<Answer<SignedIn>> signIn(Credentials credentials) {
        tried.add(credentials);
        return CompletableFuture.completedFuture(answer(credentials));
    }

    private Answer<SignedIn> answer(Credentials credentials) {
        if (!credentials.password().equals(PASSWORD)) {
            return new Answer.Failed<>(
                    ProblemCode.UNAUTHORIZED, "The address or the password is not right.");
        }
        if (secondStep && credentials.code() == null) {
            return new Answer.Failed<>(ProblemCode.OTP_REQUIRED, "Write the code.");
        }
        if (secondStep && !CODE.equals(credentials.code())) {
            return new Answer.Failed<>(ProblemCode.OTP_INVALID, "The code is not right.");
        }
        signedIn = new SignedIn(credentials.relay(), onRelay);
        return new Answer.Given<>(signedIn);
    }

    @Override
    public void signOut() {
        signedIn = null;
    }

    @Override
    public String lastRelay() {
        return "relay.example.org";
    }

    @Override
    public String lastEmail() {
        return "ada@example.org";
    }

    @Override
    public void leave() {
        users = 0;
    }
}
