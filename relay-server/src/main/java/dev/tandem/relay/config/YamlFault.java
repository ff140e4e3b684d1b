package dev.tandem.relay.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Why a text is no YAML, and where. Lines and columns count from 1.
///
/// @param from the line where that begins which was not understood at `line`
record YamlFault(int from, int line, int column, String sentence) {

    static YamlFault of(YamlEngineException fault, String yaml) {
        return switch (fault) {
            case MarkedYamlEngineException marked -> of(marked);
            case ReaderException unreadable -> of(unreadable, yaml);
            default -> new YamlFault(1, 1, 1, String.valueOf(fault.getMessage()));
        };
    }

    private static YamlFault of(MarkedYamlEngineException fault) {
        Optional<Mark> at = fault.getProblemMark().or(fault::getContextMark);
        int line = at.map(Mark::getLine).orElse(0) + 1;
        int from = fault.getContextMark().map(Mark::getLine).orElse(line - 1) + 1;
        int column = at.map(Mark::getColumn).orElse(0) + 1;
        return new YamlFault(Math.min(from, line), line, column, fault.getProblem());
    }

    private static YamlFault of(ReaderException fault, String yaml) {
        int at = yaml.offsetByCodePoints(0, fault.getPosition());
        String before = yaml.substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, at) + 1;
        return new YamlFault(
                line,
                line,
                column,
                "it cannot have the character U+%04X".formatted(fault.getCodePoint()));
    }
}
