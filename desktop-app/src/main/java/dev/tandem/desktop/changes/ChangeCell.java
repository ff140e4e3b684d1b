package dev.tandem.desktop.changes;

import static dev.tandem.desktop.fx.Nodes.spring;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Participant;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One change as a line: who, what, when, and whether it can be taken back. FX thread.
final class ChangeCell extends ListCell<Change> {
    /// All have the same, so that the times stand in one column.
    private static final double END = 84;

    /// As much as a button has around its word.
    private static final double INSET = 12;

    private final RoomStore room;
    private final Function<Change, @Nullable Integer> lines;
    private final ChangeWords words;
    private final Label who = styled(new Label(), "person-name");
    private final Label what = styled(new Label(), "change-words");
    private final Label when = styled(new Label(), "muted", "caption", "tabular");
    private final Label nothing = styled(new Label("Nothing left"), "subtle", "caption");
    private final Button revert = styled(new Button("Revert"), "flat", "small");
    private final StackPane end = new StackPane(nothing, revert);
    private final HBox line = new HBox(4, who, what, spring(), when, end);

    /// @param lines where the first of what is left of a change is, from 1 on; 0 where nothing is
    ///   left, null where that is not known yet
    ChangeCell(
            RoomStore room, Function<Change, @Nullable Integer> lines, Consumer<Change> onRevert) {
        this.room = room;
        this.lines = lines;
        words = new ChangeWords(room);
        line.setAlignment(Pos.CENTER_LEFT);
        who.setMinWidth(USE_PREF_SIZE);
        when.setMinWidth(USE_PREF_SIZE);
        end.setMinWidth(END);
        end.setAlignment(Pos.CENTER_RIGHT);
        StackPane.setMargin(nothing, new Insets(0, INSET, 0, 0));
        revert.setFocusTraversable(false); // by keyboard it is Enter on the line
        revert.setOnAction(_ -> onRevert.accept(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Change change, boolean empty) {
        super.updateItem(change, empty);
        setGraphic(change == null ? null : line);
        setAccessibleText(null);
        if (change != null) {
            show(change);
        }
    }

    private void show(Change change) {
        Integer found = lines.apply(change);
        boolean isGone = found != null && found == 0;
        boolean canRevert = !isGone && room.may(Capability.EDIT);
        paint(change);
        who.setText(words.who(change));
        what.setText(words.what(change, found == null ? 0 : found));
        when.setText(words.when(change));
        show(nothing, isGone);
        show(revert, canRevert);
        setAccessibleText(
                "%s %s, %s. %s"
                        .formatted(
                                who.getText(),
                                what.getText(),
                                when.getText(),
                                isGone
                                        ? "Nothing of it is left."
                                        : canRevert ? "Enter reverts it." : ""));
    }

    private void paint(Change change) {
        Participant person = change.by() == null ? null : room.person(change.by());
        if (person != null) {
            PersonColor.of(person.color()).paint(who);
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
