package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.text.TextOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Collects the changes that others made until they are shown together. What neighbours of one
/// person are is composed, so that a burst costs the editor one change.
final class RemoteEditQueue implements RemoteEdits {
    private final List<Consumer<RemoteEdit>> listeners = new ArrayList<>();
    private final List<RemoteEdit> waiting = new ArrayList<>();

    @Override
    public void onRemoteEdit(Consumer<RemoteEdit> listener) {
        listeners.add(listener);
    }

    void add(TextOperation operation, @Nullable ParticipantId by) {
        if (!operation.isIdentity()) {
            waiting.add(new RemoteEdit(operation, by));
        }
    }

    void clear() {
        waiting.clear();
    }

    void show() {
        List<RemoteEdit> edits = List.copyOf(waiting);
        waiting.clear();
        int from = 0;
        while (from < edits.size()) {
            int to = endOfRun(edits, from);
            RemoteEdit edit = composed(edits.subList(from, to));
            listeners.forEach(listener -> listener.accept(edit));
            from = to;
        }
    }

    private static int endOfRun(List<RemoteEdit> edits, int from) {
        int to = from + 1;
        while (to < edits.size() && Objects.equals(edits.get(to).by(), edits.get(from).by())) {
            to++;
        }
        return to;
    }

    private static RemoteEdit composed(List<RemoteEdit> run) {
        TextOperation all =
                TextOperation.composeAll(run.stream().map(RemoteEdit::operation).toList());
        return new RemoteEdit(all, run.getFirst().by());
    }
}
