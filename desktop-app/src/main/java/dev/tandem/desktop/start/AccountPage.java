package dev.tandem.desktop.start;

import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.CopyButton;
import dev.tandem.desktop.fx.LabelledField;
import dev.tandem.desktop.fx.QrCode;
import dev.tandem.desktop.start.AccountModel.Stage;
import dev.tandem.protocol.api.TotpSecret;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Signing in in two steps: what it is, setting it up, and turning it off. FX thread.
public final class AccountPage extends ScrollPane {
    private static final String WHAT =
            "After your password the relay asks for a code from an authenticator app on your"
                    + " telephone. Who learns your password alone cannot sign in.";
    private static final String ONCE =
            "Keep these where you find them without your telephone. Each stands in for a code"
                    + " once, and they are shown this one time.";

    private final AccountModel model;
    private final VBox form = styled(new VBox(), "form", "account");

    public AccountPage(AccountModel model, Runnable onBack) {
        this.model = model;
        Button back = new Button("Back", new FontIcon(Feather.ARROW_LEFT));
        named("account-back", styled(back, "flat"));
        back.setOnAction(_ -> {
            model.leave();
            onBack.run();
        });
        VBox column = styled(new VBox(back, form), "account-column");
        column.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane middle = new StackPane(column);
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        setContent(middle);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        styled(this, "window", "account-page");
        model.stageProperty().subscribe(this::show);
    }

    /// The first thing that is still missing.
    public void focusFirst() {
        List<TextField> fields =
                form.lookupAll(".text-field").stream()
                        .filter(TextField.class::isInstance)
                        .map(TextField.class::cast)
                        .toList();
        fields.stream()
                .filter(field -> field.getText().isEmpty())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void show(Stage stage) {
        form.getChildren().setAll(styled(new Label("Two-step sign-in"), "page-title"));
        form.getChildren()
                .addAll(
                        switch (stage) {
                            case Stage.SigningIn(boolean codeWanted) -> signIn(codeWanted);
                            case Stage.Off _ -> off();
                            case Stage.SettingUp(TotpSecret secret) -> setUp(secret);
                            case Stage.Recovery(List<String> codes) -> recovery(codes);
                            case Stage.On(int left) -> on(left);
                        });
        Platform.runLater(this::focusFirst);
    }

    private List<Node> signIn(boolean codeWanted) {
        LabelledField<TextField> relay = Fields.of("account-relay", "Relay", model.relay(), 2);
        relay.control().setPromptText("relay.example.org");
        PasswordField secret = styled(new PasswordField(), "large");
        Node action = action("account-sign-in", "Sign in", model::signIn, "accent");
        Node password = Fields.of("account-password", "Password", secret, model.password(), 2);
        Node email = Fields.of("account-email", "Email", model.email(), 1);
        Label lead = lead("Sign in to your account at a relay to turn it on or off.");
        return codeWanted
                ? List.of(lead, relay, email, password, code("Code"), action)
                : List.of(lead, relay, email, password, action);
    }

    private List<Node> off() {
        return List.of(
                lead(WHAT),
                styled(new Label("It is off for " + who()), "medium", "state"),
                styled(new StackPane(), "gap"),
                said(),
                action("account-set-up", "Set up…", model::setUp, "accent"));
    }

    private List<Node> setUp(TotpSecret secret) {
        QrCode qr =
                named(
                        "account-qr",
                        new QrCode(secret.uri(), "QR code to scan with an authenticator app"));
        Label text = named("account-secret", styled(new Label(grouped(secret.secret())), "code"));
        text.setWrapText(true);
        CopyButton copy =
                named("copy-secret", new CopyButton("Copy", "Copy the secret", secret::secret));
        VBox byHand =
                styled(
                        new VBox(
                                8,
                                styled(new Label("No camera?"), "medium"),
                                muted("Write this into the app instead:"),
                                text,
                                copy),
                        "by-hand");
        HBox both = new HBox(24, qr, byHand);
        both.setAlignment(Pos.CENTER_LEFT);
        return List.of(
                lead("Scan this with your authenticator app, then write the code that it shows."),
                both,
                styled(new StackPane(), "gap"),
                code("Code"),
                row(
                        action("account-confirm", "Turn on", model::confirm, "accent"),
                        action("account-cancel", "Cancel", model::goOn, "flat")));
    }

    private List<Node> recovery(List<String> codes) {
        TilePane list = named("recovery-codes", styled(new TilePane(), "recovery-codes"));
        list.setPrefColumns(2);
        list.setMaxWidth(USE_PREF_SIZE);
        codes.forEach(code -> list.getChildren().add(styled(new Label(code), "code")));
        String text = String.join("\n", codes) + "\n";
        CopyButton copy =
                named(
                        "copy-recovery",
                        styled(
                                new CopyButton("Copy", "Copy the recovery codes", () -> text),
                                "large"));
        Button save = named("save-recovery", styled(new Button("Save…"), "large"));
        save.setOnAction(_ -> RecoveryFile.of(who(), codes).askAndWrite(getScene().getWindow()));
        return List.of(
                styled(new Label("It is on. Your recovery codes:"), "medium", "state"),
                muted(ONCE),
                styled(new StackPane(), "gap"),
                list,
                row(action("account-kept", "I have kept them", model::goOn, "accent"), copy, save));
    }

    private List<Node> on(int left) {
        return List.of(
                lead(WHAT),
                styled(new Label("It is on for " + who()), "medium", "state"),
                muted(
                        "You have %d unused recovery codes. Turn it off and on again for new ones."
                                .formatted(left)),
                styled(new StackPane(), "gap"),
                code("Code, to turn it off"),
                action("account-off", "Turn off", model::turnOff, "danger"));
    }

    private String who() {
        return model.email().stripped();
    }

    private Node code(String label) {
        return Fields.of("account-code", label, model.code(), 2);
    }

    /// Where no field is, a failure is said all the same.
    private Node said() {
        Label said = styled(new Label(), "bad");
        said.setWrapText(true);
        said.textProperty().bind(model.code().remarkProperty().map(Entry.Remark::sentence));
        return said;
    }

    private Button action(String id, String words, Runnable action, String style) {
        Button button = named(id, styled(new Button(words), "large", style));
        button.disableProperty().bind(model.busyProperty());
        button.setDefaultButton(style.equals("accent"));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static HBox row(Node... nodes) {
        return new HBox(8, nodes);
    }

    private static Label lead(String sentence) {
        Label lead = styled(new Label(sentence), "lead");
        lead.setWrapText(true);
        return lead;
    }

    private static Label muted(String sentence) {
        Label muted = styled(new Label(sentence), "muted");
        muted.setWrapText(true);
        return muted;
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
