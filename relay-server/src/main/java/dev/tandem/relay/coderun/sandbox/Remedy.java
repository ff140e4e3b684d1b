package dev.tandem.relay.coderun.sandbox;

import dev.tandem.relay.coderun.sandbox.SandboxState.None;
import java.util.Map;
import java.util.Map.Entry;

/// What mends a sandbox that does not begin, told by what bubblewrap says of it.
final class Remedy {
    static final String REPORT = "please report it, with the system's name and version";

    private static final Map<String, String> BY_WORDS =
            Map.of(
                    "namespaces exceeded",
                    "sysctl -w user.max_user_namespaces=15000",
                    "nesting depth",
                    "sysctl -w user.max_user_namespaces=15000",
                    "No permissions to create new namespace",
                    "sysctl -w kernel.unprivileged_userns_clone=1, or in a container allow user"
                            + " namespaces (docs/operating.md)",
                    "Can't mount proc",
                    "start the container with --security-opt systempaths=unconfined",
                    "setting up uid map",
                    "give /usr/bin/bwrap an AppArmor profile with 'userns,' (docs/operating.md)",
                    "Unknown option",
                    "install bubblewrap 0.8 or newer");

    private Remedy() {}

    /// @param words of bubblewrap
    static None of(String words) {
        String remedy =
                BY_WORDS.entrySet().stream()
                        .filter(entry -> words.contains(entry.getKey()))
                        .map(Entry::getValue)
                        .findFirst()
                        .orElse("see docs/operating.md");
        String said = words.isEmpty() ? "it did not begin" : words.lines().toList().getLast();
        return new None(said, remedy);
    }
}
