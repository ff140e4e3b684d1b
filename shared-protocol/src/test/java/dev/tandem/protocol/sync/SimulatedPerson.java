package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.JoinRoom;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// Someone with a client and two wires, one each way, on which messages wait until they are
/// carried.
final class SimulatedPerson {
    enum Hearing {
        FINE,
        OUT_OF_STEP
    }

    private final int who;
    private final Deque<String> up = new ArrayDeque<>();
    private final Deque<String> down = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder view = new StringBuilder();
    private RoomClient client;
    private boolean connected;
    private boolean outOfStep;
    private String lastCarried;

    SimulatedPerson(int who) {
        this.who = who;
        client = RoomClient.joining(new JoinRoom.ByCode("code", "Person " + who, null));
    }

    void act(Function<RoomClient, Step> action) {
        Step step = action.apply(client);
        client = step.client();
        step.send().forEach(this::send);
        step.notices().forEach(this::notice);
    }

    private void send(ClientMessage message) {
        up.add(MessageCodec.write(message));
    }

    /// What a window does with what it is told.
    private void notice(Notice notice) {
        switch (notice) {
            case Notice.Entered(_, boolean first) -> {
                if (first) {
                    view.append(client.text(DocumentId.MAIN));
                }
            }
            case Notice.Edited(_, TextOperation operation, _) -> show(operation);
            case Notice.Withdrawn(_, TextOperation operation, _) -> show(operation);
            case Notice.OutOfStep _ -> outOfStep = true;
            case Notice.Happened _,
                    Notice.Pointed _,
                    Notice.TypingChanged _,
                    Notice.Refused _,
                    Notice.Ponged _ -> {}
        }
    }

    private void show(TextOperation operation) {
        String shown = operation.apply(view.toString());
        view.setLength(0);
        view.append(shown);
    }

    void type(int where, String word) {
        int at = place(where);
        edit(TextOperation.insert(view.length(), at, word));
        typed.append(word);
    }

    void delete(int where, int length) {
        int from = place(where);
        int to = aligned(Math.min(view.length(), from + length));
        if (from < to) {
            edit(TextOperation.delete(view.length(), from, to));
        }
    }

    private void edit(TextOperation operation) {
        show(operation);
        act(c -> c.edit(DocumentId.MAIN, operation));
    }

    void say() {
        String words = who + " says " + said.size();
        said.add(words);
        act(c -> c.submit(new Intent.ChatMessage(words)));
    }

    void point(int where) {
        int at = place(where);
        act(c -> c.point(DocumentId.MAIN, List.of(new Selection(at, at))));
    }

    private int place(int thousandths) {
        return aligned((int) ((long) view.length() * thousandths / 1000));
    }

    private int aligned(int at) {
        boolean insidePair =
                at > 0
                        && at < view.length()
                        && Character.isSurrogatePair(view.charAt(at - 1), view.charAt(at));
        return insidePair ? at - 1 : at;
    }

    /// As if the relay could not tell any more what happened since: the whole state is asked for.
    void forget() {
        if (client.you() != null) {
            act(SimulatedPerson::outOfStep);
        }
    }

    private static Step outOfStep(RoomClient client) {
        Turn turn = new Turn(client.state());
        turn.outOfStep();
        return turn.end();
    }

    void connect() {
        connected = true;
        outOfStep = false;
        act(RoomClient::connected);
    }

    void cut() {
        connected = false;
        up.clear();
        down.clear();
        act(RoomClient::disconnected);
    }

    Hearing hear() {
        String json = down.remove();
        try {
            var message = MessageCodec.readServerMessage(json);
            act(c -> c.receive(message));
        } catch (BadMessage e) {
            throw new AssertionError(json, e);
        }
        return outOfStep ? Hearing.OUT_OF_STEP : Hearing.FINE;
    }

    void carryDown(String json) {
        down.add(json);
    }

    int who() {
        return who;
    }

    RoomClient client() {
        return client;
    }

    boolean connected() {
        return connected;
    }

    boolean hasToSend() {
        return !up.isEmpty();
    }

    String nextToSend() {
        lastCarried = up.remove();
        return lastCarried;
    }

    boolean hasToHear() {
        return !down.isEmpty();
    }

    String lastCarried() {
        return lastCarried;
    }

    List<String> said() {
        return said;
    }

    String typed() {
        return typed.toString();
    }

    String view() {
        return view.toString();
    }
}
