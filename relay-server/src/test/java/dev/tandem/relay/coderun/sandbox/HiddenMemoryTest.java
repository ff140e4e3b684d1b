package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenMemoryTest {
    private static final String CODE =
            "55d0c0000000-55d0c0001000 r-xp 00000000 fe:00 99 /usr/bin/x";
    private static final String WHOLE =
            "7fd900000000-7fd940000000 rw-s 00000000 00:01 12576                 /dev/zero (deleted)";
    private static final String PART =
            "7fd900000000-7fd920000000 r--s 00000000 00:01 12576                 /dev/zero (deleted)";
    private static final String OTHER_PART =
            "7fd920000000-7fd940000000 rw-s 20000000 00:01 12576                 /dev/zero (deleted)";
    private static final String ANOTHER =
            "7fd800000000-7fd800100000 rw-s 00000000 00:01 12577                 /dev/zero (deleted)";

    @Test
    void whatIsSharedWithoutAFileCountsOnceWhoeverHasIt() {
        assertThat(HiddenMemory.shared(List.of())).isZero();
        assertThat(HiddenMemory.shared(List.of(List.of(CODE, WHOLE), List.of(CODE, WHOLE))))
                .isEqualTo(1 << 30);
        assertThat(HiddenMemory.shared(List.of(List.of(PART, OTHER_PART), List.of(PART, ANOTHER))))
                .isEqualTo((1 << 30) + (1 << 20));
    }

    @Test
    void aSocketOfTcpMayHoldMore() {
        List<String> lines =
                List.of(
                        "sockets: used 17",
                        "TCP: inuse 3 orphan 0 tw 0 alloc 99 mem 85",
                        "UDP: inuse 0 mem 0");
        assertThat(HiddenMemory.sockets(lines)).isEqualTo(14L * (208 << 10) + (3 << 20));
    }

    @Test
    void whoIsGoneHasNone() {
        assertThat(HiddenMemory.sockets(List.of())).isZero();
    }
}
