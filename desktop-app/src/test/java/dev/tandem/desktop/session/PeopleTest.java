package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private final People people = new People();
    private final List<String> changes = new ArrayList<>();

    @BeforeEach
    void listen() {
        people.shown().addListener(this::record);
    }

    private void record(ListChangeListener.Change<? extends Participant> change) {
        while (change.next()) {
            change.getRemoved().forEach(p -> changes.add("-" + p.name()));
            change.getAddedSubList().forEach(p -> changes.add("+" + p.name()));
        }
    }

    @Test
    void whoComesIsAddedAtTheEnd() {
        people.show(List.of(person("Ada", Presence.CONNECTED, 0)));
        people.show(
                List.of(
                        person("Ada", Presence.CONNECTED, 0),
                        person("Mert", Presence.CONNECTED, 0)));

        assertThat(changes).containsExactly("+Ada", "+Mert");
    }

    @Test
    void whoIsLostStaysAndWhoLeavesGoes() {
        people.show(
                List.of(
                        person("Ada", Presence.CONNECTED, 0),
                        person("Mert", Presence.CONNECTED, 0)));
        changes.clear();

        people.show(
                List.of(person("Ada", Presence.CONNECTED, 0), person("Mert", Presence.LOST, 0)));
        assertThat(changes).containsExactly("-Mert", "+Mert");

        people.show(
                List.of(person("Ada", Presence.LEFT, 0), person("Mert", Presence.CONNECTED, 0)));
        assertThat(people.shown()).extracting(Participant::name).containsExactly("Mert");
    }

    @Test
    void aKeyOfSomeoneChangesNothingHere() {
        people.show(List.of(person("Ada", Presence.CONNECTED, 1)));
        changes.clear();

        people.show(List.of(person("Ada", Presence.CONNECTED, 2)));

        assertThat(changes).isEmpty();
    }

    private static Participant person(String name, Presence presence, long lastId) {
        return new Participant(
                new ParticipantId(name),
                name,
                Role.INTERVIEWER,
                "#8250df",
                presence,
                Role.INTERVIEWER.initialPermissions(),
                lastId);
    }
}
