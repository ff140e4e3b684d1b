package dev.tandem.desktop.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Some texts on one line, for the pipe between the demo and its windows: separated by tabs, with
/// tabs, line ends and backslashes in them escaped.
record Line(List<String> words) {
    Line {
        words = List.copyOf(words);
    }

    static Line of(String... words) {
        return new Line(List.of(words));
    }

    static Line read(String line) {
        return new Line(Arrays.stream(line.split("\t", -1)).map(Line::unescape).toList());
    }

    String write() {
        return words.stream().map(Line::escape).collect(Collectors.joining("\t"));
    }

    String word(int index) {
        return words.get(index);
    }

    private static String escape(String word) {
        return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescape(String word) {
        StringBuilder text = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\\' && i + 1 < word.length()) {
                i++;
                text.append(unescape(word.charAt(i)));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char unescape(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> escaped;
        };
    }
}
