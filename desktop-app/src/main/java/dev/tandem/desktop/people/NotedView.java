package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.fx.Elapsed;
import dev.tandem.desktop.session.FactWords;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.FactNoted;
import dev.tandem.protocol.room.NotedFacts;
import dev.tandem.protocol.room.Participant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What candidates' windows tell about themselves, where the interview has that on: first what that
/// is, then everything that was noted, in the same words for everyone. FX thread.
final class NotedView extends VBox {
    private final RoomStore room;

    NotedView(RoomStore room) {
        super(8);
        this.room = room;
        styled(this, "noted");
        keepFresh(this::show, room.factsProperty(), room.youProperty(), room.sessionProperty());
    }

    private void show() {
        NotedFacts facts = room.factsProperty().get();
        setVisible(facts.on());
        setManaged(facts.on());
        if (facts.on()) {
            getChildren().setAll(rules().map(NotedView::wrapped).toList());
            getChildren().addFirst(styled(new Label(title()), "heading"));
            getChildren().add(styled(new Label("Noted so far"), "heading", "next-heading"));
            getChildren().addAll(noted(facts.events()));
        }
    }

    private String title() {
        return room.notesMe() ? "Your window notes" : "A candidate's window notes";
    }

    private Stream<String> rules() {
        return room.notesMe()
                ? Stream.of(
                        "That you paste or drop text into the code which comes from outside this"
                                + " window, and how long it is; not where it comes from.",
                        "That this window was not in front for 2 seconds or more, and how long;"
                                + " not what you did meanwhile.",
                        "Nothing before the start and after the end. Everyone here sees what is"
                                + " noted, in the words below.")
                : Stream.of(
                        "That text is pasted or dropped into the code which comes from outside the"
                                + " window, and how long it is.",
                        "That the window was not in front for 2 seconds or more, and how long.",
                        "The candidate was told so when they came in, and sees the same list.");
    }

    private List<Label> noted(List<LoggedEvent> events) {
        List<Label> lines =
                events.stream().map(this::line).filter(Objects::nonNull).toList().reversed();
        return lines.isEmpty() ? List.of(styled(wrapped("Nothing yet."), "muted")) : lines;
    }

    private @Nullable Label line(LoggedEvent logged) {
        return logged.event() instanceof FactNoted(Fact fact)
                ? wrapped("%s %s %s".formatted(time(logged.at()), name(logged), FactWords.of(fact)))
                : null;
    }

    private String time(long at) {
        Long startedAt = room.sessionProperty().get().startedAt();
        return startedAt == null ? "" : Elapsed.format(Math.max(0, at - startedAt));
    }

    private String name(LoggedEvent logged) {
        Participant person = logged.by() == null ? null : room.person(logged.by());
        return person == null ? "Someone" : person.name();
    }

    private static Label wrapped(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
