package dev.tandem.desktop.editor;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The others' carets and selections. They are where the others said, carried over every change
/// since, and never outside of the text. FX thread.
final class RemoteCarets {
    private final SharedArea area;
    private final Pane overlay;
    private final Map<ParticipantId, List<RemoteCaret>> carets = new HashMap<>();
    private Map<ParticipantId, PersonMark> people = Map.of();
    private Map<ParticipantId, List<Selection>> selections = Map.of();
    private int made;

    RemoteCarets(SharedArea area, Pane overlay) {
        this.area = area;
        this.overlay = overlay;
    }

    /// Says who is who; a person who is not named has no caret.
    void setPeople(Map<ParticipantId, PersonMark> marks) {
        Map<ParticipantId, PersonMark> before = people;
        people = Map.copyOf(marks);
        before.forEach((id, mark) -> {
            if (!mark.equals(people.get(id))) {
                removeCarets(id);
            }
        });
        place();
    }

    /// Says where everyone's carets are, in the text on screen.
    void show(Map<ParticipantId, List<Selection>> shown) {
        Map<ParticipantId, List<Selection>> before = selections;
        selections = new HashMap<>(shown);
        selections.replaceAll((_, list) -> list.stream().map(this::within).toList());
        place();
        selections.forEach((id, list) -> {
            if (!list.equals(before.get(id))) {
                wake(id);
            }
        });
    }

    /// Shows someone's name again: they moved, maybe without their caret being elsewhere than the
    /// change of the text alone takes it.
    void wake(ParticipantId id) {
        carets.getOrDefault(id, List.of()).forEach(caret -> caret.tag().wake());
    }

    /// The text on screen is about to change.
    void release() {
        carets.values().forEach(own -> own.forEach(RemoteCaret::deselect));
    }

    /// The text on screen has changed.
    void carry(TextOperation operation) {
        Map<ParticipantId, List<Selection>> carried = new HashMap<>(selections);
        carried.replaceAll((_, list) -> list.stream().map(operation::mapSelection).toList());
        selections = carried;
        place();
    }

    /// Where someone's carets are on screen.
    List<Selection> places(ParticipantId id) {
        return carets.getOrDefault(id, List.of()).stream().map(RemoteCaret::place).toList();
    }

    private void place() {
        List.copyOf(carets.keySet()).stream()
                .filter(id -> !selections.containsKey(id))
                .forEach(this::removeCarets);
        people.forEach((id, mark) -> place(id, mark, selections.getOrDefault(id, List.of())));
    }

    private void place(ParticipantId id, PersonMark mark, List<Selection> places) {
        List<RemoteCaret> own = carets.computeIfAbsent(id, _ -> new ArrayList<>());
        while (own.size() > places.size()) {
            own.removeLast().dispose();
        }
        while (own.size() < places.size()) {
            own.add(new RemoteCaret("remote-" + made++, mark, area, overlay));
        }
        for (int i = 0; i < places.size(); i++) {
            own.get(i).place(places.get(i));
        }
    }

    private void removeCarets(ParticipantId id) {
        List<RemoteCaret> removed = carets.remove(id);
        if (removed != null) {
            removed.forEach(RemoteCaret::dispose);
        }
    }

    private Selection within(Selection selection) {
        return new Selection(within(selection.anchor()), within(selection.head()));
    }

    private int within(int offset) {
        Text text = area.text();
        return Boundaries.floor(text, Math.min(offset, text.length()));
    }

    /// The caret of someone that stands for all they have; null where they have none.
    @Nullable RemoteCaret of(ParticipantId id) {
        List<RemoteCaret> own = carets.getOrDefault(id, List.of());
        return own.isEmpty() ? null : own.getFirst();
    }

    /// Those whose carets may be shown.
    Map<ParticipantId, PersonMark> people() {
        return people;
    }

    /// Moves the names to where the carets were laid out, beside each other where they meet.
    void standTags(Sight sight) {
        List<Bounds> taken = new ArrayList<>();
        carets.values().forEach(own -> own.forEach(caret -> standTag(caret, sight, taken)));
    }

    private static void standTag(RemoteCaret caret, Sight sight, List<Bounds> taken) {
        NameTag tag = caret.tag();
        Bounds bounds = caret.bounds();
        boolean seen = bounds != null && sight.has(bounds);
        tag.setVisible(seen);
        if (bounds != null && seen && tag.isAwake()) {
            taken.add(tag.standAt(bounds, sight, taken));
        }
    }
}
