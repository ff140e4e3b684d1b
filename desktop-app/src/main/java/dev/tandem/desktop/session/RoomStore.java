package dev.tandem.desktop.session;

import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.message.Runner;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.NotedFacts;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.SessionFacts;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// All that the views read of a room. Lists, sets and maps are unmodifiable views that change in
/// small steps. FX thread.
public interface RoomStore {

    ReadOnlyObjectProperty<ConnectionStatus> connectionProperty();

    /// Who one is here; null until the room is entered, and then everything else is there already.
    ReadOnlyObjectProperty<@Nullable You> youProperty();

    /// An untitled session that waits, until the room is entered.
    ReadOnlyObjectProperty<SessionFacts> sessionProperty();

    /// Who is here or may come back, oneself included, in the order of their coming.
    ObservableList<Participant> people();

    /// Anyone who was ever here, to put a name and a colour to what they did.
    @Nullable Participant person(ParticipantId id);

    /// In the order in which it happened; one's own messages on their way stand at the end.
    ObservableList<ChatLine> chat();

    /// The others who are writing a chat message now.
    ObservableSet<ParticipantId> typing();

    /// The language of the main document; empty until the room is entered.
    ReadOnlyStringProperty languageProperty();

    /// The others' carets and selections in the visible text of the main document, unmodifiable.
    /// They are carried over every change of it as soon as it is made, one's own unconfirmed ones
    /// included.
    ReadOnlyObjectProperty<Map<ParticipantId, List<Selection>>> selectionsProperty();

    /// The latest changes of the main document, newest first; the last 200 since one came in, or
    /// came back to a room that could not tell what had happened.
    ObservableList<Change> changes();

    /// Finds what is left of these changes in the visible text and can be taken back. It returns at
    /// once.
    ///
    /// @param then told on the FX thread of each change, by its first revision, in which line the
    ///   first thing is that is left of it, from 1 on; 0 where nothing is
    void findWhatIsLeft(Consumer<Map<Integer, Integer>> then);

    /// The operation on the visible text that takes back what is left of one of these changes; an
    /// identity where nothing is. It takes long where not just before [#findWhatIsLeft] was told.
    TextOperation revert(Change change);

    /// What was run, and runs.
    ReadOnlyObjectProperty<RunBoard> runsProperty();

    /// What the relay can run; null while that is not known.
    ReadOnlyObjectProperty<@Nullable Runner> runnerProperty();

    /// The test cases of the main document, as far as one may see them.
    ReadOnlyObjectProperty<List<TestCase>> testsProperty();

    /// How far the log had come when the relay signed it last, as far as that was told. It never
    /// goes back.
    ReadOnlyObjectProperty<SignedHeads> headsProperty();

    /// Which session the relay keeps, and how long; null until the room is entered.
    ReadOnlyObjectProperty<@Nullable Kept> keptProperty();

    /// What candidates' windows tell about themselves.
    ReadOnlyObjectProperty<NotedFacts> factsProperty();

    /// Whether one's own window tells facts about itself while the interview is under way.
    default boolean notesMe() {
        You you = youProperty().get();
        return you != null && factsProperty().get().on() && you.role().may(Capability.NOTE);
    }

    /// Whether anything done here is not confirmed by the relay yet.
    ReadOnlyBooleanProperty unsentProperty();

    /// Whether the texts here are the relay's.
    ReadOnlyObjectProperty<TextState> textStateProperty();

    /// What one may do now.
    ReadOnlyObjectProperty<Set<Capability>> mayProperty();

    default boolean may(Capability capability) {
        return mayProperty().get().contains(capability);
    }

    /// The relay's clock, in epoch milliseconds.
    long serverNow();

    /// The last thing that was refused, with a sentence for people; null until something was.
    ReadOnlyObjectProperty<@Nullable Refusal> lastRefusalProperty();

    /// The last thing typed that the relay did not take; null until there is one.
    ReadOnlyObjectProperty<@Nullable Withdrawn> lastWithdrawnProperty();

    /// The main document as one sees it: what is confirmed, with one's own work on top. Empty until
    /// the room is entered.
    Text visibleText();

    /// [#visibleText] as a string.
    default String text() {
        return visibleText().toString();
    }
}
