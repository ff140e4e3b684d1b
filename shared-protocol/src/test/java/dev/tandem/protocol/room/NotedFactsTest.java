package dev.tandem.protocol.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.intent.Author;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.role.SessionStatus;
import org.junit.jupiter.api.Test;

class NotedFactsTest {
    private static final RoomState ACTIVE = Rooms.of(SessionStatus.ACTIVE);
    private static final Fact AWAY = new Fact.WindowAway(12_000);

    private static String answer(RoomState state, Fact fact) {
        Author mert = new Author.Member(Rooms.MERT);
        return switch (RoomRules.decide(state, mert, new Intent.NoteFact(fact), 9_000)) {
            case Decision.Accepted accepted -> accepted.event().toString();
            case Decision.Refused(var refusal) -> refusal.code().word();
        };
    }

    @Test
    void aFactBecomesAnEventAndIsKept() {
        assertThat(answer(ACTIVE, AWAY)).isEqualTo(new RoomEvent.FactNoted(AWAY).toString());
        RoomState after = Rooms.after(ACTIVE, Rooms.MERT, new RoomEvent.FactNoted(AWAY));
        assertThat(after.facts().events())
                .singleElement()
                .satisfies(logged -> {
                    assertThat(logged.by()).isEqualTo(Rooms.MERT);
                    assertThat(logged.event()).isEqualTo(new RoomEvent.FactNoted(AWAY));
                });
    }

    @Test
    void onlyTheLastAreKept() {
        RoomState state = ACTIVE;
        for (int i = 0; i < Limits.FACTS_KEPT + 5; i++) {
            state = Rooms.after(state, Rooms.MERT, new RoomEvent.FactNoted(AWAY));
        }
        assertThat(state.facts().events()).hasSize(Limits.FACTS_KEPT);
        assertThat(state.facts().events().getLast().seq()).isEqualTo(state.seq());
    }

    @Test
    void whereNothingIsToldNothingIsNoted() {
        RoomState off = ACTIVE.with(NotedFacts.OFF);
        assertThat(answer(off, AWAY)).isEqualTo("forbidden");
        assertThat(Rooms.after(off, Rooms.MERT, new RoomEvent.FactNoted(AWAY)).facts())
                .isEqualTo(NotedFacts.OFF);
    }

    @Test
    void aPasteIsIntoADocumentThatIsThere() {
        assertThat(answer(ACTIVE, new Fact.PastedFromOutside(DocumentId.MAIN, 4)))
                .contains("PastedFromOutside");
        assertThat(answer(ACTIVE, new Fact.PastedFromOutside(new DocumentId("none"), 4)))
                .isEqualTo("no_such_document");
    }
}
