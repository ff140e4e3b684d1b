package dev.tandem.relay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.message.RoomSnapshot;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.message.RoomSnapshot.Whole;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Transformed;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Somebody who writes: the ot.js client, with one operation in flight and a buffer, over nothing
/// but the confirmed text. Every edit is timed from the moment it was due. For the loop's thread.
final class Person implements Wire.Listener {
    private final Crowd crowd;
    private final JoinRoom join;
    private final Typist typist;
    private final Wire wire;
    private final Deque<Flight> unheard = new ArrayDeque<>(2);
    private final StringBuilder confirmed = new StringBuilder();
    private @Nullable String participantId;
    private long lastId;
    private int revision;
    private @Nullable TextOperation inFlight;
    private @Nullable Flight flight;
    private @Nullable TextOperation buffer;
    private Dues bufferDues = Dues.NONE;
    private boolean started;
    private boolean gone;

    Person(Crowd crowd, JoinRoom join, Typist typist) throws IOException {
        this.crowd = crowd;
        this.join = join;
        this.typist = typist;
        wire = crowd.connect(0, this);
    }

    /// Whether they are in the room, and it has begun.
    boolean isReady() {
        return started;
    }

    /// Whether everything they wrote is confirmed and has reached all others, or never will.
    boolean isDone() {
        return gone || (inFlight == null && buffer == null && unheard.isEmpty());
    }

    boolean is(@Nullable String id) {
        return id != null && id.equals(participantId);
    }

    int revision() {
        return revision;
    }

    String text() {
        return confirmed.toString();
    }

    /// Makes the edit that was due at `due`, nanoseconds of [System#nanoTime].
    void write(long due) {
        crowd.meter().due(due);
        if (gone) {
            crowd.meter().missed();
            return;
        }
        TextOperation edit = typist.next(visibleLength());
        buffer = buffer == null ? edit : buffer.compose(edit);
        bufferDues = bufferDues.and(due);
        launch();
    }

    private int visibleLength() {
        if (buffer != null) {
            return buffer.targetLength();
        }
        return inFlight == null ? confirmed.length() : inFlight.targetLength();
    }

    private void launch() {
        TextOperation next = buffer;
        if (inFlight != null || next == null) {
            return;
        }
        lastId++;
        Flight sent = new Flight(lastId, revision, bufferDues, crowd.peers());
        inFlight = next;
        flight = sent;
        buffer = null;
        bufferDues = Dues.NONE;
        if (sent.missing > 0) {
            unheard.add(sent);
        }
        crowd.outbox().edit(wire, lastId, revision, next);
    }

    @Override
    public void opened() {
        say(MessageCodec.write(join));
    }

    private void say(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        wire.send(bytes, bytes.length);
    }

    @Override
    public void received(byte[] bytes, int from, int length) {
        try {
            if (participantId == null) {
                enter(new String(bytes, from, length, UTF_8));
            } else {
                hear(Heard.read(bytes, from, length));
            }
        } catch (IOException | BadMessage e) {
            crowd.meter().error("unreadable");
        }
    }

    private void enter(String json) throws BadMessage {
        if (MessageCodec.readServerMessage(json) instanceof RoomSnapshot room
                && room.content() instanceof Whole whole) {
            DocumentState main = whole.documents().getFirst();
            participantId = room.you().participantId().value();
            lastId = room.you().lastId();
            revision = main.revision().value();
            confirmed.append(main.text());
            begin(room);
        } else {
            crowd.meter().error("not let in");
        }
    }

    private void begin(RoomSnapshot room) {
        started = room.session().facts().startedAt() != null;
        if (!started) {
            lastId++;
            say("{\"type\":\"start_session\",\"id\":%d,\"payload\":{}}".formatted(lastId));
        }
    }

    private void hear(Heard heard) {
        crowd.meter().heard();
        switch (heard.type) {
            case "ack" -> acknowledged(heard);
            case "code_update" -> others(heard);
            case "check" -> check(heard);
            case "error" -> crowd.meter().error(heard.code);
            default -> {} // who came and went, and the like
        }
    }

    private void acknowledged(Heard ack) {
        TextOperation flown = inFlight;
        Flight landed = flight;
        if (flown == null || landed == null || ack.replyTo != landed.id) {
            started = true;
            return;
        }
        crowd.meter().acknowledged(landed.dues, ack.revision > landed.revision + 1);
        apply(flown, ack.revision);
        inFlight = null;
        flight = null;
        launch();
    }

    private void others(Heard event) {
        TextOperation carried = event.operation;
        if (carried == null) {
            crowd.meter().error("no operation");
            return;
        }
        crowd.heardOf(event.by, event.id);
        apply(carried, event.revision);
        if (inFlight != null) {
            Transformed both = TextOperation.transform(inFlight, carried);
            inFlight = both.left();
            carried = both.right();
        }
        if (buffer != null) {
            Transformed both = TextOperation.transform(buffer, carried);
            buffer = both.left();
            carried = both.right();
        }
        typist.see(carried);
    }

    /// A peer has heard of the edit with this id.
    void heardOf(long id) {
        for (Flight sent : unheard) {
            if (sent.id == id) {
                crowd.meter().reachedPeer(sent.dues);
                sent.missing--;
            }
        }
        while (!unheard.isEmpty() && unheard.getFirst().missing <= 0) {
            unheard.removeFirst();
        }
    }

    private void apply(TextOperation operation, int newRevision) {
        if (newRevision != revision + 1 || operation.baseLength() != confirmed.length()) {
            crowd.meter().error("out of step");
        }
        revision = newRevision;
        int at = 0;
        for (TextOperation.Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> at += length;
                case Insert(String text) -> {
                    confirmed.insert(at, text);
                    at += text.length();
                }
                case Delete(int length) -> confirmed.delete(at, at + length);
            }
        }
    }

    private void check(Heard check) {
        if (check.revision == revision) {
            boolean same = Text.of(confirmed.toString()).hash().equals(check.hash);
            crowd.meter().checked(same);
        }
    }

    @Override
    public void closed(int code) {
        gone = true;
        crowd.meter().closed(code);
    }

    /// An edit on its way.
    private static final class Flight {
        private final long id;
        private final int revision;
        private final Dues dues;
        private int missing;

        Flight(long id, int revision, Dues dues, int peers) {
            this.id = id;
            this.revision = revision;
            this.dues = dues;
            missing = peers;
        }
    }
}
