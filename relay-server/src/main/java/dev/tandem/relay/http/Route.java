package dev.tandem.relay.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A method and a path, such as `/sessions/{id}/events`, and the call behind them.
record Route(String method, List<String> pattern, Call call) {

    static Route of(String method, String path, Call call) {
        return new Route(method, segments(path), call);
    }

    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /// Without what stands in the places of the names, which may be a code.
    String path() {
        return String.join("/", pattern);
    }

    /// What the path has in the places of the pattern's names; empty if it is another path.
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String name = pattern.get(i);
            if (isVariable(name)) {
                variables.put(name.substring(1, name.length() - 1), path.get(i));
            } else if (!name.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
