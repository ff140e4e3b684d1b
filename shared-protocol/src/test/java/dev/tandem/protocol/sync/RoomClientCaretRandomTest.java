package dev.tandem.protocol.sync;

import static dev.tandem.protocol.sync.Walk.ADA;
import static dev.tandem.protocol.sync.Walk.MAIN;
import static dev.tandem.protocol.sync.Walk.byAda;
import static dev.tandem.protocol.sync.Walk.happens;
import static dev.tandem.protocol.sync.Walk.revised;
import static dev.tandem.protocol.sync.Walk.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.message.ClientMessage;
import dev.tandem.protocol.message.ServerMessage.CursorMoved;
import dev.tandem.protocol.text.RandomTexts;
import dev.tandem.protocol.text.Seeds;
import dev.tandem.protocol.text.Selection;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Mert types while Ada does, with some of his work in flight and more behind it: where her caret
/// is in his text, and what she hears of his, is what the neighbours of both say.
class RoomClientCaretRandomTest {
    private static final int STEPS = 400;

    private RandomGenerator random = Seeds.random(0);
    private Walk walk = new Walk();
    private final List<Units> revisions = new ArrayList<>();
    private Units visible = Units.of("");
    private Selection mine = Selection.caret(0);
    private long seq;
    private long lastId;
    private boolean inFlight;

    static LongStream seeds() {
        return Seeds.fixedAndFresh(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void caretsStayWithTheirNeighbours(long seed) {
        random = Seeds.random(seed);
        String text = RandomTexts.text(random, 40);
        walk = Walk.into(text);
        seq = Walk.SEQ;
        visible = Units.of(text);
        revisions.add(visible);
        for (int i = 0; i < STEPS; i++) {
            step();
        }
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> type();
            case 3, 4 -> hear();
            case 5 -> acknowledge();
            case 6 -> point();
            default -> seeAda();
        }
    }

    private void type() {
        TextOperation edit = RandomTexts.edit(random, visible.toString(), 6);
        show(edit);
        walk.edits(edit);
        heedSent();
    }

    private void hear() {
        TextOperation edit = RandomTexts.operation(random, head().toString());
        revisions.add(head().after(edit));
        walk.hears(happens(byAda(++seq, revision(revisions.size() - 1, edit))));
        walk.told()
                .forEach(notice -> {
                    if (notice instanceof Notice.Edited(_, TextOperation onVisible, _)) {
                        show(onVisible);
                    }
                });
        heedSent();
    }

    private void acknowledge() {
        TextOperation flying = mine().inFlight();
        if (inFlight && flying != null) {
            revisions.add(head().after(flying));
            inFlight = false;
            walk.hears(revised(lastId, ++seq, revisions.size() - 1));
            heedSent();
        }
    }

    private void point() {
        Selection anywhere = new Selection(offset(visible), offset(visible));
        mine = anywhere.onCharacters(visible.toString());
        walk.points(anywhere);
        heedSent();
    }

    private void seeAda() {
        int at = random.nextInt(Math.max(0, revisions.size() - 5), revisions.size());
        Units then = revisions.get(at);
        Selection seen = new Selection(offset(then), offset(then));
        walk.hears(new CursorMoved(9, ADA, MAIN, new Revision(at), List.of(seen)));
        assertThat(walk.told())
                .containsExactly(new Notice.Pointed(ADA, MAIN, List.of(inVisible(seen, at))));
    }

    /// From revision to revision, then over what is in flight and over what waits.
    private Selection inVisible(Selection selection, int revision) {
        Selection carried = selection;
        for (int i = revision + 1; i < revisions.size(); i++) {
            carried = revisions.get(i - 1).carry(carried, revisions.get(i));
        }
        Units from = head();
        for (Segment work : mine().unconfirmed()) {
            Units to = from.after(work.operation());
            carried = from.carry(carried, to);
            from = to;
        }
        assertThat(from).hasToString(visible.toString());
        return carried.onCharacters(visible.toString());
    }

    private void heedSent() {
        for (ClientMessage message : walk.sent()) {
            if (message instanceof ClientMessage.Command command) {
                lastId = command.id().value();
                inFlight = true;
            } else if (message instanceof ClientMessage.Cursor cursor) {
                assertThat(cursor.revision().value()).isEqualTo(revisions.size() - 1);
                assertThat(cursor.selections()).containsExactly(mine);
            }
        }
    }

    private void show(TextOperation onVisible) {
        Units after = visible.after(onVisible);
        mine = visible.carry(mine, after);
        visible = after;
    }

    private DocumentSync mine() {
        return ClientState.document(walk.client().state().documents(), MAIN);
    }

    private Units head() {
        return revisions.getLast();
    }

    private int offset(Units text) {
        return random.nextInt(text.length() + 1);
    }
}
