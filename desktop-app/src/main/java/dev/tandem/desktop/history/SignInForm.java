package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.LabelledField;
import dev.tandem.desktop.fx.Tone;
import dev.tandem.desktop.history.SignInModel.Field;
import dev.tandem.desktop.history.SignInModel.Remark;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Signing in to a relay. FX thread.
final class SignInForm extends VBox {
    private final Map<Field, LabelledField<TextField>> fields = new EnumMap<>(Field.class);

    SignInForm(SignInModel model) {
        Button signIn = named("history-sign-in", styled(new Button(), "accent", "large"));
        signIn.textProperty()
                .bind(model.busyProperty().map(busy -> busy ? "Signing in…" : "Sign in"));
        signIn.disableProperty().bind(model.busyProperty());
        signIn.setDefaultButton(true);
        signIn.setOnAction(_ -> model.signIn());
        LabelledField<TextField> relay = field(model, Field.RELAY, "Relay", new TextField());
        relay.control().setPromptText("relay.example.org");
        LabelledField<TextField> code = field(model, Field.CODE, "Code", new TextField());
        showWhile(model.codeWantedProperty(), code);
        getChildren()
                .addAll(
                        styled(new Label("Sign in to a relay"), "section-title"),
                        styled(new Label("It keeps the interviews that you hosted on it."), "lead"),
                        relay,
                        field(model, Field.EMAIL, "Email", new TextField()),
                        field(model, Field.PASSWORD, "Password", new PasswordField()),
                        code,
                        new HBox(signIn));
        setMaxWidth(420);
        styled(this, "form", "sign-in");
        model.remarkProperty().subscribe(this::show);
    }

    private LabelledField<TextField> field(
            SignInModel model, Field which, String label, TextField control) {
        named("history-" + label.toLowerCase(Locale.ROOT), styled(control, "large"));
        LabelledField<TextField> field = new LabelledField<>(label, control);
        field.reserve(which == Field.EMAIL ? 1 : 2);
        control.textProperty().bindBidirectional(model.property(which));
        control.textProperty().subscribe((_, _) -> field.clear());
        fields.put(which, field);
        return field;
    }

    private void show(@Nullable Remark remark) {
        fields.values().forEach(LabelledField::clear);
        if (remark != null) {
            LabelledField<TextField> field = fields.get(remark.field());
            if (field != null) {
                field.say(remark.isWrong() ? Tone.BAD : Tone.NEUTRAL, remark.sentence());
                field.control().requestFocus();
            }
        }
    }

    /// The first thing that is still missing.
    void focusFirst() {
        fields.values().stream()
                .map(LabelledField::control)
                .filter(control -> control.getText().isEmpty())
                .findFirst()
                .ifPresent(TextField::requestFocus);
    }
}
