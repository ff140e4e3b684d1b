package dev.tandem.desktop.fx;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All small controls in one window, to look at.
final class Gallery {
    private Gallery() {}

    static Parent create() {
        BorderPane window = new BorderPane();
        window.getStyleClass().add("window");
        window.setTop(header());
        window.setCenter(new VBox(tabs(), row(buttons(), fields())));
        window.setRight(people());
        window.setBottom(statusBar());
        return window;
    }

    private static Node header() {
        Avatar ada = new Avatar("Ada Kaya", new PersonColor(1));
        Avatar mert = new Avatar("Mert Demir", new PersonColor(2));
        Avatar selin = new Avatar("Selin Öz", new PersonColor(3));
        selin.connectedProperty().set(false);
        ProgressBar bar = new ProgressBar(0.4);
        HBox avatars = new HBox(2, ada, mert, selin);
        avatars.setAlignment(Pos.CENTER);
        return styled(
                new HBox(
                        styled(new Label("Backend engineer, first talk"), "window-title"),
                        Pill.live(Tone.OK, "Live"),
                        space(),
                        styled(new Label("24:16"), "timer"),
                        styled(new Label("of 60 min"), "muted"),
                        bar,
                        space(),
                        avatars,
                        new Button("Invite"),
                        styled(new Button("End interview…"), "danger")),
                "header");
    }

    private static Node tabs() {
        TabStrip strip = new TabStrip();
        strip.add("main.py");
        strip.add("notes.md");
        ComboBox<String> language = new ComboBox<>();
        language.getItems().addAll("Python", "Java");
        language.getSelectionModel().selectFirst();
        strip.end(language, new Button("Submit"), styled(new Button("Run"), "success"));
        return strip;
    }

    private static Node buttons() {
        Button off = new Button("Not now");
        off.setDisable(true);
        return new VBox(
                12,
                styled(new Label("Join an interview"), "page-title"),
                styled(new Label("Paste the code or the link you were sent."), "muted", "lead"),
                row(
                        styled(new Button("Join"), "accent", "large"),
                        styled(new Button("Try first"), "flat", "large")),
                row(new Button("Plain"), styled(new Button("Flat"), "flat"), off),
                row(
                        styled(new Button("End interview"), "destructive"),
                        new CopyButton("Copy", "Copy the code", () -> "K7QF-9M2P-XN4D"),
                        iconButton()),
                row(
                        new Pill(Tone.OK, "exit 0"),
                        new Pill(Tone.BAD, "time limit, 10 s"),
                        new Pill(Tone.WARN, "Reconnecting in 3 s"),
                        new Pill(Tone.INFO, "20 min"),
                        new Pill(Tone.NEUTRAL, "Ended")),
                new CheckBox("Let others on this network join"),
                new Hyperlink("See exactly what"),
                styled(new Label("11:11 and 24:16 are as wide"), "tabular"),
                styled(new Label("if a != b and c == d: x => y"), "code"));
    }

    private static Node iconButton() {
        Button button = new Button("Settings", new FontIcon(Feather.SETTINGS));
        return styled(button, "icon", "flat");
    }

    private static Node fields() {
        TextField code = new TextField("K7QF-9M2P-XN4D");
        code.getStyleClass().add("invite-code");
        LabelledField<TextField> invite = new LabelledField<>("Code", code);
        invite.confirm("Backend engineer, first talk, with Ada Kaya");
        TextField name = new TextField();
        name.getStyleClass().add("large");
        name.setPromptText("As the others will see it");
        LabelledField<TextField> who = new LabelledField<>("Your name", name);
        who.error("A name has at least one letter. Write the name the others know you by.");
        TextField relay = new TextField("relay.example.org");
        LabelledField<TextField> where = new LabelledField<>("Relay", relay);
        where.hint("Your company's address, without https://");
        VBox box = new VBox(4, invite, who, where);
        box.setPrefWidth(340);
        return box;
    }

    private static Node people() {
        VBox panel = styled(new VBox(8), "panel", "line-left");
        panel.setPadding(new Insets(16));
        panel.setPrefWidth(200);
        panel.getChildren().add(styled(new Label("People"), "heading"));
        for (PersonColor color : PersonColor.all()) {
            Label name = styled(new Label("Person " + color.number()), "person-name");
            color.paint(name);
            panel.getChildren().add(row(new Avatar("P " + color.number(), color), name));
        }
        return panel;
    }

    private static Node statusBar() {
        HBox live = new HBox(8, new StatusDot(Tone.OK), new Label("Live, 18 ms"));
        live.setAlignment(Pos.CENTER_LEFT);
        return styled(
                new HBox(live, new Label("In sync"), space(), new Label("Line 9, column 61")),
                "status-bar");
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        if (nodes[0] instanceof VBox) {
            row.setAlignment(Pos.TOP_LEFT);
            row.setSpacing(32);
            row.setPadding(new Insets(24));
        }
        return row;
    }

    private static Region space() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    private static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
