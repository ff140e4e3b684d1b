package dev.tandem.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The test's thread stands for the FX thread, and time passes when it says so.
class InboxTest {
    private static final long MS = 1_000_000;

    private record Planned(Runnable action, long nanos) {}

    private final Deque<Planned> planned = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private long now = 100 * MS;
    private final Inbox inbox =
            new Inbox(
                    () -> done.add("shown"),
                    () -> now,
                    (action, nanos) -> planned.add(new Planned(action, nanos)));

    @Test
    void whatComesAfterAPauseIsDoneAtOnce() {
        add("a");
        assertThat(planned.getFirst().nanos()).isNotPositive();
        happen();
        assertThat(done).containsExactly("a", "shown");
    }

    @Test
    void whatComesWithinAFrameIsDoneTogether() {
        add("a");
        happen();
        now += 5 * MS;
        add("b");
        now += MS;
        add("c");
        assertThat(planned).singleElement().extracting(Planned::nanos).isEqualTo(11 * MS);
        now += 10 * MS;
        happen();
        assertThat(done).containsExactly("a", "shown", "b", "c", "shown");
    }

    @Test
    void whatComesWhileTheRestIsDoneIsNotLost() {
        inbox.add(() -> add("b"));
        happen();
        now += 16 * MS;
        happen();
        assertThat(done).containsExactly("shown", "b", "shown");
    }

    private void add(String name) {
        inbox.add(() -> done.add(name));
    }

    private void happen() {
        planned.removeFirst().action().run();
    }
}
