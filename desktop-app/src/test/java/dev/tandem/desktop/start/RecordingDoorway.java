package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes down what was asked for; the test says what becomes of it.
final class RecordingDoorway implements Doorway {
    final List<Record> requests = new ArrayList<>();
    final List<Watcher> watchers = new ArrayList<>();
    final List<String> looks = new ArrayList<>();
    final List<Consumer<InviteDetails>> told = new ArrayList<>();
    int cancelled;

    @Override
    public void look(RelayAddress relay, InviteCode code, Consumer<InviteDetails> onTold) {
        looks.add(relay.format() + " " + code.format());
        told.add(onTold);
    }

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
