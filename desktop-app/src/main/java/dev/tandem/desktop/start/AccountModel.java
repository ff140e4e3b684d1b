package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.hosting.RelayApi;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.api.TotpSecret;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Someone's account at a relay, and the second step of signing in to it. FX thread.
public final class AccountModel {
    /// Where one is.
    public sealed interface Stage {
        /// Not signed in yet.
        ///
        /// @param codeWanted whether the relay asked for a code besides the password
        record SigningIn(boolean codeWanted) implements Stage {}

        record Off() implements Stage {}

        record SettingUp(TotpSecret secret) implements Stage {}

        /// It is on since a moment ago, and the recovery codes are told this one time.
        record Recovery(List<String> codes) implements Stage {
            public Recovery {
                codes = List.copyOf(codes);
            }
        }

        record On(int recoveryCodesLeft) implements Stage {}
    }

    /// Signed in.
    private record Login(RelayApi api, String token, String password) {
        /// Without the secrets: they are not for logs.
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(this, "stage", new Stage.SigningIn(false));
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final Function<RelayAddress, RelayApi> apis;
    private final Entry relay;
    private final Entry email;
    private final Entry password = new Entry("");
    private final Entry code = new Entry("");
    private @Nullable Login login;
    private boolean over;

    AccountModel(Function<RelayAddress, RelayApi> apis, String relay, String email) {
        this.apis = apis;
        this.relay = new Entry(relay);
        this.email = new Entry(email);
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Whether an answer of the relay is awaited.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public Entry relay() {
        return relay;
    }

    public Entry email() {
        return email;
    }

    public Entry password() {
        return password;
    }

    public Entry code() {
        return code;
    }

    public void signIn() {
        boolean codeWanted = stage.get() instanceof Stage.SigningIn(boolean wanted) && wanted;
        RelayAddress address = Checks.relay(relay).orElse(null);
        boolean known = Checks.written(email, "Write your email address.");
        boolean trusted = Checks.written(password, "Write your password.");
        boolean coded = !codeWanted || isCodeWritten();
        if (address == null || !known || !trusted || !coded) {
            return;
        }
        RelayApi api = apis.apply(address);
        String secret = password.textProperty().get();
        String given = codeWanted ? code.stripped() : null;
        ask(
                api.login(email.stripped(), secret, given),
                loggedIn -> show(new Login(api, loggedIn.token(), secret)),
                failed -> showFailure(failed, password));
    }

    /// Asks for a secret to set up an authenticator with.
    public void setUp() {
        with(now ->
                ask(
                        now.api().beginTotp(now.password(), now.token()),
                        secret -> go(new Stage.SettingUp(secret)),
                        failed -> showFailure(failed, code)));
    }

    /// Turns it on with a code that the authenticator shows.
    public void confirm() {
        with(now -> {
            if (isCodeWritten()) {
                ask(
                        now.api().confirmTotp(code.stripped(), now.token()),
                        recovery -> go(new Stage.Recovery(recovery.codes())),
                        failed -> showFailure(failed, code));
            }
        });
    }

    /// The recovery codes are kept, or nothing is to be changed after all.
    public void goOn() {
        with(this::show);
    }

    public void turnOff() {
        with(now -> {
            if (isCodeWritten()) {
                ask(
                        now.api().turnTotpOff(now.password(), code.stripped(), now.token()),
                        _ -> go(new Stage.Off()),
                        failed -> showFailure(failed, code));
            }
        });
    }

    /// Signs out, and forgets everything.
    public void leave() {
        with(now -> {
            var _ = now.api().logout(now.token());
        });
        over = true;
        login = null;
    }

    private void show(Login now) {
        login = now;
        ask(
                now.api().account(now.token()),
                account ->
                        go(
                                account.totp()
                                        ? new Stage.On(account.recoveryCodesLeft())
                                        : new Stage.Off()),
                failed -> showFailure(failed, relay));
    }

    private boolean isCodeWritten() {
        return Checks.written(code, "Write the code.");
    }

    private void with(Consumer<Login> action) {
        if (login != null) {
            action.accept(login);
        }
    }

    private void go(Stage next) {
        code.textProperty().set("");
        code.clear();
        stage.set(next);
    }

    /// A code is good once, so another try takes another one.
    private void showFailure(Answer.Failed<?> failed, Entry otherwise) {
        code.textProperty().set("");
        if (failed.code() == null) {
            (stage.get() instanceof Stage.SigningIn ? relay : code).fail(failed.sentence());
        } else if (failed.code() == ProblemCode.OTP_REQUIRED) {
            go(new Stage.SigningIn(true));
            code.hint(failed.sentence());
        } else {
            (failed.code() == ProblemCode.OTP_INVALID ? code : otherwise).fail(failed.sentence());
        }
    }

    /// One question at a time; of one that was left nothing is heard any more.
    private <T> void ask(
            CompletableFuture<Answer<T>> asked,
            Consumer<T> onAnswer,
            Consumer<Answer.Failed<T>> onFailure) {
        busy.set(true);
        var _ =
                asked.thenAccept(answer ->
                        Platform.runLater(() -> {
                            busy.set(false);
                            if (!over) {
                                answered(answer, onAnswer, onFailure);
                            }
                        }));
    }

    private static <T> void answered(
            Answer<T> answer, Consumer<T> onAnswer, Consumer<Answer.Failed<T>> onFailure) {
        switch (answer) {
            case Answer.Given<T>(T value) -> onAnswer.accept(value);
            case Answer.Failed<T> failed -> onFailure.accept(failed);
        }
    }
}
