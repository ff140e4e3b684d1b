package dev.tandem.desktop.start;

import java.util.ArrayList;
import java.util.List;

/// Writes down what was asked for; the test says what becomes of it.
final class RecordingDoorway implements Doorway {
    final List<Record> requests = new ArrayList<>();
    final List<Watcher> watchers = new ArrayList<>();
    int cancelled;

    @Override
    public Attempt join(Join request, Watcher watcher) {
        return begin(request, watcher);
    }

    @Override
    public Attempt host(Host request, Watcher watcher) {
        return begin(request, watcher);
    }

    private Attempt begin(Record request, Watcher watcher) {
        requests.add(request);
        watchers.add(watcher);
        return () -> cancelled++;
    }
}
