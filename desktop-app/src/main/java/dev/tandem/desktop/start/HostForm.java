package dev.tandem.desktop.start;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.showWhile;
import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import atlantafx.base.controls.ToggleSwitch;
import dev.tandem.desktop.fx.LabelledField;
import dev.tandem.desktop.language.LanguagePicker;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The right side of the start page. FX thread.
final class HostForm extends VBox {
    private final HostModel model;
    private final Runnable onAccount;

    HostForm(HostModel model, Runnable onAccount, Runnable onHistory) {
        this.model = model;
        this.onAccount = onAccount;
        LabelledField<TextField> title = Fields.of("host-title", "Title", model.title(), 1);
        title.control().setPromptText("Backend engineer, first talk");
        getChildren()
                .addAll(
                        heading(onHistory),
                        styled(new Label("On this computer, or on your company's relay."), "lead"),
                        title,
                        languageAndMinutes(),
                        Fields.of("host-name", "Your name", model.name(), 1),
                        facts(),
                        styled(new Label("Where it runs"), "medium", "label-of-choice"),
                        placeChoice(),
                        place(),
                        Fields.action("host", model.progress(), model::host));
        styled(this, "form");
    }

    private static HBox heading(Runnable onHistory) {
        Button past = new Button("Past interviews", new FontIcon(Feather.CLOCK));
        named("past-interviews", styled(past, "flat"));
        past.setMinWidth(USE_PREF_SIZE);
        past.setOnAction(_ -> onHistory.run());
        Label title = styled(new Label("Host an interview"), "section-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(title, spring(), past);
        return styled(heading, "heading-with-action");
    }

    private HBox languageAndMinutes() {
        LanguagePicker picker = styled(new LanguagePicker(model.languageProperty().get()), "large");
        picker.languageProperty().bindBidirectional(model.languageProperty());
        LabelledField<LanguagePicker> language =
                new LabelledField<>("Language", named("host-language", picker));
        language.reserve(1);
        LabelledField<TextField> minutes =
                Fields.of("host-minutes", "Planned minutes", model.minutes(), 1);
        return pair(language, minutes);
    }

    private Node facts() {
        CheckBox facts =
                named("host-facts", new CheckBox("Note the candidate's pastes and time away."));
        facts.setTooltip(
                new Tooltip(
                        "Text pasted or dropped from elsewhere, and time in other windows. The"
                                + " candidate is told before, and everyone sees what is noted."));
        facts.selectedProperty().bindBidirectional(model.factsProperty());
        return facts;
    }

    private HBox placeChoice() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton here = named("host-here", new ToggleButton("On this computer"));
        ToggleButton relay = named("host-on-relay", new ToggleButton("On a relay"));
        here.setToggleGroup(group);
        relay.setToggleGroup(group);
        here.selectedProperty().bindBidirectional(model.hereProperty());
        relay.setSelected(!here.isSelected());
        group.selectedToggleProperty().subscribe(HostForm::keepOne);
        return styled(new HBox(halfWide(here), halfWide(relay)), "choice");
    }

    /// Pressing the chosen one again does not take it back.
    private static void keepOne(@Nullable Toggle was, @Nullable Toggle is) {
        if (is == null && was != null) {
            was.setSelected(true);
        }
    }

    private static ToggleButton halfWide(ToggleButton button) {
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1);
        return growing(button);
    }

    private VBox place() {
        Node here = here();
        Node relay = relay();
        showWhile(model.hereProperty(), here);
        showWhile(model.hereProperty().not(), relay);
        return styled(new VBox(here, relay), "place");
    }

    private Node here() {
        ToggleSwitch open = named("host-open", new ToggleSwitch("Others on this network can join"));
        open.selectedProperty().bindBidirectional(model.openToNetworkProperty());
        Label explanation = styled(new Label(), "muted");
        explanation.setWrapText(true);
        explanation
                .textProperty()
                .bind(
                        model.openToNetworkProperty()
                                .map(yes ->
                                        yes
                                                ? "Whoever has the code and reaches this"
                                                        + " computer can come in."
                                                : "Only windows on this computer can join."));
        return new VBox(4, open, explanation);
    }

    private Node relay() {
        LabelledField<TextField> address = Fields.of("host-relay", "Relay", model.relay(), 1);
        address.control().setPromptText("relay.example.org");
        LabelledField<TextField> email = Fields.of("host-email", "Email", model.email(), 1);
        PasswordField secret = styled(new PasswordField(), "large");
        LabelledField<TextField> password =
                Fields.of("host-password", "Password", secret, model.password(), 2);
        return new VBox(4, address, pair(email, password), code(), account());
    }

    private Node code() {
        LabelledField<TextField> code = Fields.of("host-code", "Code", model.code(), 2);
        showWhile(model.codeWantedProperty(), code);
        model.codeWantedProperty()
                .subscribe((_, wanted) -> {
                    if (wanted) {
                        Platform.runLater(code.control()::requestFocus);
                    }
                });
        return code;
    }

    private Node account() {
        Hyperlink account = named("host-account", new Hyperlink("Two-step sign-in…"));
        account.setOnAction(_ -> onAccount.run());
        showWhile(model.codeWantedProperty().not(), account);
        return account;
    }

    /// Two fields side by side, of one width.
    private static HBox pair(Region left, Region right) {
        left.setPrefWidth(1);
        right.setPrefWidth(1);
        return styled(new HBox(growing(left), growing(right)), "pair");
    }
}
