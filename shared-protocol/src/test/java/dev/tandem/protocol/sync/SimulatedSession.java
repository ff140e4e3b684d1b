package dev.tandem.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ServerMessage;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.sync.Plan.Kind;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A plan being carried out: people with real clients, a network that delays and breaks, and the
/// rules of a room behind it. Every message is written as JSON and read again on its way.
final class SimulatedSession {
    private static final DocumentId MAIN = DocumentId.MAIN;

    private final List<SimulatedPerson> people = new ArrayList<>();
    private final SimulatedRelay relay =
            new SimulatedRelay((who, message) -> people.get(who).carryDown(json(message)), "start");

    SimulatedSession(Plan plan) {
        for (int who = 0; who < plan.people(); who++) {
            people.add(new SimulatedPerson(who));
        }
        people.forEach(this::connect);
        settle();
        people.getFirst().act(client -> client.submit(new Intent.StartSession()));
        settle();
        plan.steps().forEach(this::perform);
        heal();
    }

    private void perform(Plan.Step step) {
        SimulatedPerson person = people.get(step.who());
        switch (step.kind()) {
            case TYPE -> person.type(step.where(), step.what());
            case DELETE -> person.delete(step.where(), step.length());
            case SAY -> person.say();
            case POINT -> person.point(step.where());
            case CARRY_UP -> up(person, step.length());
            case CARRY_DOWN -> down(person, step.length());
            case REPEAT -> repeat(person);
            case CUT -> cut(person);
            case CONNECT -> connect(person);
            case RESTART -> restart();
            case FORBID, ALLOW -> permit(step.who(), step.kind() == Kind.ALLOW);
            case FORGET -> {
                person.forget();
                cut(person);
            }
        }
    }

    private void up(SimulatedPerson person, int most) {
        for (int i = 0; i < most && person.hasToSend(); i++) {
            relay.receive(person.who(), read(person.nextToSend()));
        }
    }

    private void down(SimulatedPerson person, int most) {
        for (int i = 0; i < most && person.hasToHear(); i++) {
            if (person.hear() == SimulatedPerson.Hearing.OUT_OF_STEP) {
                cut(person);
            }
        }
    }

    /// The network hands the relay the last command a second time.
    private void repeat(SimulatedPerson person) {
        String last = person.lastCarried();
        if (last != null
                && person.connected()
                && read(last) instanceof ClientMessage.Command command) {
            relay.receive(person.who(), command);
        }
    }

    private void cut(SimulatedPerson person) {
        person.cut();
        relay.lost(person.who());
    }

    private void connect(SimulatedPerson person) {
        if (!person.connected()) {
            person.connect();
        }
    }

    private void restart() {
        people.forEach(SimulatedPerson::cut);
        relay.restart();
    }

    private void permit(int who, boolean canEdit) {
        ParticipantId candidate = new ParticipantId("p" + Math.max(1, who));
        people.getFirst()
                .act(client -> client.submit(new Intent.SetPermissions(candidate, canEdit, null)));
    }

    private void settle() {
        while (people.stream().anyMatch(p -> p.hasToSend() || p.hasToHear())) {
            people.forEach(p -> up(p, Integer.MAX_VALUE));
            people.forEach(p -> down(p, Integer.MAX_VALUE));
        }
    }

    private void heal() {
        do {
            people.forEach(this::connect);
            settle();
        } while (people.stream().anyMatch(p -> !p.connected()));
    }

    /// All have the same text and the same state, and the log folded anew says so too.
    void assertConverged() {
        String text = relay.state().document(MAIN).text().toString();
        assertThat(RoomRules.fold(relay.log()).document(MAIN).text().toString()).isEqualTo(text);
        for (SimulatedPerson person : people) {
            RoomClient client = person.client();
            assertThat(client.unsent()).as("unsent of %s", person.who()).isFalse();
            assertThat(client.text(MAIN).toString()).as("of %s", person.who()).isEqualTo(text);
            assertThat(client.confirmed().seq()).isEqualTo(relay.state().seq());
            assertThat(client.confirmed().session()).isEqualTo(relay.state().session());
            assertThat(client.confirmed().chat()).isEqualTo(relay.state().chat());
            assertThat(person.view()).as("what %s saw", person.who()).isEqualTo(text);
        }
    }

    /// Everything anyone said is in the log once, in the order they said it.
    void assertSaidExactlyOnce() {
        Map<ParticipantId, List<String>> said =
                relay.log().stream()
                        .filter(e -> e.event() instanceof RoomEvent.ChatMessage)
                        .collect(
                                Collectors.groupingBy(
                                        LoggedEvent::by,
                                        Collectors.mapping(
                                                e -> ((RoomEvent.ChatMessage) e.event()).text(),
                                                Collectors.toList())));
        for (SimulatedPerson person : people) {
            assertThat(said.getOrDefault(new ParticipantId("p" + person.who()), List.of()))
                    .isEqualTo(person.said());
        }
    }

    /// Where nobody deleted anything, every character typed is there once.
    void assertTypedExactlyOnce() {
        String typed =
                "start" + people.stream().map(SimulatedPerson::typed).collect(Collectors.joining());
        assertThat(sorted(relay.state().document(MAIN).text().toString())).isEqualTo(sorted(typed));
    }

    private static List<Integer> sorted(String text) {
        return text.codePoints().sorted().boxed().toList();
    }

    private static String json(ServerMessage message) {
        return MessageCodec.write(message);
    }

    private static ClientMessage read(String json) {
        try {
            return MessageCodec.readClientMessage(json);
        } catch (BadMessage e) {
            throw new AssertionError(json, e);
        }
    }
}
