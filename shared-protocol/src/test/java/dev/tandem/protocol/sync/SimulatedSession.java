package dev.tandem.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.RoomSnapshot.DocumentState;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.RoomRules;
import dev.tandem.protocol.room.RoomState;
import dev.tandem.protocol.sync.Plan.Kind;
import dev.tandem.protocol.wire.BadMessage;
import dev.tandem.protocol.wire.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A plan being carried out: people with real clients, a network that delays and breaks, and the
/// rules of a room behind it. Every message is written as JSON and read again on its way.
final class SimulatedSession {
    /// What the main document begins with.
    static final String TEXT = "begin";

    private final Plan plan;
    private final List<SimulatedPerson> people = new ArrayList<>();
    private final SimulatedRelay relay =
            new SimulatedRelay((who, message) -> people.get(who).carryDown(message), TEXT);

    SimulatedSession(Plan plan) {
        this.plan = plan;
        for (int who = 0; who < plan.people(); who++) {
            people.add(new SimulatedPerson(who));
        }
        people.forEach(this::connect);
        settle();
        leader().act(client -> client.submit(new Intent.StartSession()));
        settle();
        plan.steps().forEach(this::perform);
    }

    private void perform(Plan.Step step) {
        SimulatedPerson person = people.get(step.who());
        person.pass(step.where());
        switch (step.kind()) {
            case TYPE -> person.type(step);
            case DELETE -> person.delete(step);
            case TYPE_ON -> person.typeOn(step);
            case BACKSPACE -> person.backspace(step);
            case UNDO -> person.undo(step);
            case REDO -> person.redo(step);
            case REVERT -> person.revert(step);
            case SAY -> person.say();
            case POINT -> person.point(step);
            case LANGUAGE -> person.chooseLanguage(step);
            case OPEN -> leader().open(step.what());
            case CLOSE -> leader().close(step);
            case FORBID, ALLOW -> permit(step.who(), step.kind() == Kind.ALLOW);
            case CARRY_UP -> up(person, step.length());
            case CARRY_DOWN -> down(person, step.length());
            case REPEAT -> repeat(person);
            case PING -> person.ping();
            case CUT -> cut(person);
            case CONNECT -> connect(person);
            case RESTART -> restart();
            case FAIL -> relay.failAtNext(step.length());
            case FORGET -> {
                relay.forget(step.who());
                cut(person);
            }
            case CHECK -> relay.check();
            case ALTER -> person.disturbNext(step.length());
        }
    }

    private SimulatedPerson leader() {
        return people.getFirst();
    }

    private void up(SimulatedPerson person, int most) {
        for (int i = 0; i < most && person.hasToSend(); i++) {
            relay.receive(person.who(), read(person.nextToSend()));
        }
    }

    private void down(SimulatedPerson person, int most) {
        for (int i = 0; i < most && person.hasToHear(); i++) {
            hear(person);
        }
    }

    /// Who is out of step comes back over a new connection.
    private void hear(SimulatedPerson person) {
        if (person.hear()) {
            cut(person);
            connect(person);
        }
    }

    /// A command that was taken is said a second time.
    private void repeat(SimulatedPerson person) {
        String last = person.lastCarried();
        if (last != null
                && person.connected()
                && read(last) instanceof ClientMessage.Command command
                && relay.hasTaken(person.who(), command.id())) {
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
        leader().act(client -> client.submit(new Intent.SetPermissions(candidate, canEdit, null)));
    }

    private void settle() {
        while (people.stream().anyMatch(p -> p.hasToSend() || p.hasToHear())) {
            people.forEach(p -> up(p, Integer.MAX_VALUE));
            people.forEach(p -> down(p, Integer.MAX_VALUE));
        }
    }

    /// Until everybody is there, nothing waits any more, and all texts were found to be the same.
    /// Whoever lost an answer hears it when they come back.
    void heal() {
        relay.failAtNext(0);
        people.forEach(SimulatedPerson::disturbNoMore);
        people.stream().filter(SimulatedPerson::disturbed).forEach(this::cut);
        for (int round = 0; round < 3; round++) {
            people.forEach(this::connect);
            people.forEach(SimulatedPerson::ping);
            settle();
            relay.check();
            settle();
        }
    }

    /// Someone undoes everything, while messages come and go.
    void undoEverything(int who) {
        SimulatedPerson person = people.get(who);
        for (int i = 0; person.undo(DocumentId.MAIN); i++) {
            SimulatedPerson other = people.get(i % people.size());
            up(other, i % 3);
            down(other, i % 4);
        }
    }

    List<SimulatedPerson> people() {
        return people;
    }

    SimulatedPerson person(int who) {
        return people.get(who);
    }

    RoomState state() {
        return relay.state();
    }

    List<LoggedEvent> log() {
        return relay.log();
    }

    /// All have the same texts and the same state, and the log folded anew says so too.
    void assertConverged() {
        RoomState state = relay.state();
        assertThat(RoomRules.fold(relay.log()).documents()).isEqualTo(state.documents());
        for (SimulatedPerson person : people) {
            RoomClient client = person.client();
            assertThat(client.state().doubts()).isEqualTo(Doubts.NONE);
            assertThat(client.unsent()).as("unsent of %s", person.who()).isFalse();
            assertThat(client.confirmed().seq()).isEqualTo(state.seq());
            assertThat(client.confirmed().session()).isEqualTo(state.session());
            assertThat(client.confirmed().chat()).isEqualTo(state.chat());
            assertThat(whatIsOpen(client.confirmed())).isEqualTo(whatIsOpen(state));
            assertThat(whoIsThere(client.confirmed())).isEqualTo(whoIsThere(state));
            state.documents().forEach((doc, d) -> assertThat(client.text(doc)).isEqualTo(d.text()));
        }
    }

    static List<DocumentState> whatIsOpen(RoomState state) {
        return state.documents().values().stream().map(SimulatedRelay::describe).toList();
    }

    /// Of ids only the relay keeps the highest.
    static List<Participant> whoIsThere(RoomState state) {
        return state.participants().values().stream()
                .map(p ->
                        new Participant(
                                p.participantId(),
                                p.name(),
                                p.role(),
                                p.color(),
                                p.presence(),
                                p.permissions(),
                                0))
                .toList();
    }

    /// Everything anyone said, and that was not refused, is in the log once; in the order they said
    /// it, unless some of it had to be said again.
    void assertSaidExactlyOnce() {
        for (SimulatedPerson person : people) {
            List<String> logged = saidBy(new ParticipantId("p" + person.who()));
            if (plan.has(Kind.FAIL)) {
                assertThat(logged).containsExactlyInAnyOrderElementsOf(person.said());
            } else {
                assertThat(logged).isEqualTo(person.said());
            }
        }
    }

    private List<String> saidBy(ParticipantId id) {
        return relay.log().stream()
                .filter(logged -> id.equals(logged.by()))
                .map(LoggedEvent::event)
                .filter(RoomEvent.ChatMessage.class::isInstance)
                .map(event -> ((RoomEvent.ChatMessage) event).text())
                .toList();
    }

    /// Where nobody deleted anything, every character typed is there once.
    void assertTypedExactlyOnce() {
        String typed = people.stream().map(SimulatedPerson::typed).collect(Collectors.joining());
        String texts =
                relay.state().documents().values().stream()
                        .map(document -> document.text().toString())
                        .collect(Collectors.joining());
        assertThat(sorted(texts)).isEqualTo(sorted(TEXT + typed));
    }

    private static List<Integer> sorted(String text) {
        return text.codePoints().sorted().boxed().toList();
    }

    private static ClientMessage read(String json) {
        try {
            return MessageCodec.readClientMessage(json);
        } catch (BadMessage e) {
            throw new AssertionError(json, e);
        }
    }
}
