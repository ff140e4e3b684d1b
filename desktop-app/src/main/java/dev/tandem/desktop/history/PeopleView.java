package dev.tandem.desktop.history;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Avatar;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.protocol.api.SessionSummary;
import dev.tandem.protocol.api.SessionSummary.Person;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who was there. FX thread.
final class PeopleView {
    private static final List<PersonColor> COLORS = PersonColor.all();

    private PeopleView() {}

    static VBox of(SessionSummary session) {
        VBox people = new VBox(8);
        for (Person person : session.participants()) {
            PersonColor color = COLORS.get(people.getChildren().size() % COLORS.size());
            people.getChildren().add(row(person, color));
        }
        if (people.getChildren().isEmpty()) {
            people.getChildren().add(styled(new Label("Nobody came."), "muted"));
        }
        return DetailsPane.section("People", people);
    }

    private static HBox row(Person person, PersonColor color) {
        Avatar avatar = new Avatar(person.name(), color);
        avatar.setMouseTransparent(true); // whether they are connected is over
        avatar.setAccessibleText("");
        Label name = new Label(person.name());
        Label role = styled(new Label(HistoryWords.of(person.role())), "muted");
        role.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(8, avatar, name, role);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
