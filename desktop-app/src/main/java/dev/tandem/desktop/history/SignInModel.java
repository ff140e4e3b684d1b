package dev.tandem.desktop.history;

import dev.tandem.desktop.history.Places.Credentials;
import dev.tandem.desktop.history.Places.SignedIn;
import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.protocol.api.ProblemCode;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Signing in to a relay, to see what one hosted there. On its clock's thread.
public final class SignInModel {
    /// What one writes.
    public enum Field {
        RELAY,
        EMAIL,
        PASSWORD,
        CODE
    }

    /// What is said about a field.
    ///
    /// @param isWrong whether it has to be mended, or is only a hint
    public record Remark(Field field, String sentence, boolean isWrong) {}

    private final Places places;
    private final Clock clock;
    private final Consumer<SignedIn> onSignedIn;
    private final StringProperty relay;
    private final StringProperty email;
    private final StringProperty password = new SimpleStringProperty(this, "password", "");
    private final StringProperty code = new SimpleStringProperty(this, "code", "");
    private final ReadOnlyBooleanWrapper codeWanted =
            new ReadOnlyBooleanWrapper(this, "codeWanted");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<@Nullable Remark> remark =
            new ReadOnlyObjectWrapper<>(this, "remark");

    SignInModel(Places places, Clock clock, Consumer<SignedIn> onSignedIn) {
        this.places = places;
        this.clock = clock;
        this.onSignedIn = onSignedIn;
        relay = new SimpleStringProperty(this, "relay", places.lastRelay());
        email = new SimpleStringProperty(this, "email", places.lastEmail());
        relay.subscribe((_, _) -> codeWanted.set(false));
        email.subscribe((_, _) -> codeWanted.set(false));
    }

    public StringProperty property(Field field) {
        return switch (field) {
            case RELAY -> relay;
            case EMAIL -> email;
            case PASSWORD -> password;
            case CODE -> code;
        };
    }

    /// Whether the relay asked for a code.
    public ReadOnlyBooleanProperty codeWantedProperty() {
        return codeWanted.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Remark> remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    public void signIn() {
        remark.set(missing());
        if (remark.get() != null || busy.get()) {
            return;
        }
        busy.set(true);
        Credentials credentials =
                new Credentials(
                        relay.get().strip(),
                        email.get().strip(),
                        password.get(),
                        codeWanted.get() ? code.get().strip() : null);
        var _ = places.signIn(credentials).thenAcceptAsync(this::take, clock.turn());
    }

    private @Nullable Remark missing() {
        if (RelayAddress.parse(relay.get()).isEmpty()) {
            return wrong(
                    Field.RELAY,
                    "Write an address such as 192.168.1.20:8377 or relay.example.org.");
        }
        if (email.get().isBlank()) {
            return wrong(Field.EMAIL, "Write your email address.");
        }
        if (password.get().isEmpty()) {
            return wrong(Field.PASSWORD, "Write your password.");
        }
        return codeWanted.get() && code.get().isBlank()
                ? wrong(Field.CODE, "Write the code.")
                : null;
    }

    private static Remark wrong(Field field, String sentence) {
        return new Remark(field, sentence, true);
    }

    private void take(Answer<SignedIn> answer) {
        busy.set(false);
        switch (answer) {
            case Answer.Given<SignedIn>(SignedIn signedIn) -> onSignedIn.accept(signedIn);
            case Answer.Failed<SignedIn>(var why, String sentence) -> fail(why, sentence);
        }
    }

    /// A code is good once, so another try takes another one.
    private void fail(@Nullable ProblemCode why, String sentence) {
        code.set("");
        if (why == ProblemCode.OTP_REQUIRED) {
            codeWanted.set(true);
            remark.set(new Remark(Field.CODE, sentence, false));
        } else {
            remark.set(wrong(field(why), sentence));
        }
    }

    private static Field field(@Nullable ProblemCode why) {
        if (why == null) {
            return Field.RELAY;
        }
        return why == ProblemCode.OTP_INVALID ? Field.CODE : Field.PASSWORD;
    }
}
