package dev.tandem.relay.coderun.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Memory that is in no process's resident set, or need not be: what processes share without a
/// file, and what waits in sockets. The kernel does not say how much there is without a control
/// group, so these are bounds. Pure: given what stands in `/proc` (`proc(5)`).
final class HiddenMemory {
    private static final String WITHOUT_FILE = "/dev/zero (deleted)";
    private static final String SOCKETS = "sockets: used ";
    private static final String TCP = "TCP: ";
    private static final String HELD = "inuse";

    /// What a socket holds at most unless somebody asks for more: `net.core.wmem_default`.
    private static final long OF_SOCKET = 208 << 10;

    /// One of TCP takes more as more comes, mostly not much.
    private static final long OF_TCP = 1 << 20;

    private HiddenMemory() {}

    /// Bytes of all mappings without a file that can be shared; what several processes map is one.
    ///
    /// @param maps `/proc/PID/maps` of each process
    static long shared(List<List<String>> maps) {
        Map<String, Long> all = new HashMap<>();
        for (List<String> lines : maps) {
            Map<String, Long> own = new HashMap<>();
            for (String line : lines) {
                if (line.endsWith(WITHOUT_FILE)) {
                    own.merge(line.split(" +", -1)[4], size(line), Long::sum);
                }
            }
            own.forEach((file, size) -> all.merge(file, size, Math::max));
        }
        return all.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long size(String line) {
        String[] range = line.substring(0, line.indexOf(' ')).split("-", -1);
        return Long.parseUnsignedLong(range[1], 16) - Long.parseUnsignedLong(range[0], 16);
    }

    /// Bytes that may wait in all sockets together.
    ///
    /// @param sockstat `/proc/PID/net/sockstat` of any of the processes
    static long sockets(List<String> sockstat) {
        long all = number(sockstat, SOCKETS, "used");
        long tcp = number(sockstat, TCP, HELD);
        return Math.max(0, all - tcp) * OF_SOCKET + tcp * OF_TCP;
    }

    private static long number(List<String> lines, String beginning, String name) {
        Optional<String> line = lines.stream().filter(l -> l.startsWith(beginning)).findFirst();
        List<String> words = line.map(l -> List.of(l.split(" ", -1))).orElse(List.of());
        int at = words.indexOf(name);
        return at < 0 ? 0 : Long.parseLong(words.get(at + 1));
    }
}
