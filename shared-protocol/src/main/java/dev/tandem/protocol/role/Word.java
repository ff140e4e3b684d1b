package dev.tandem.protocol.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A word of the one vocabulary: written alike on the wire, in the database and in code.
/// Implemented by enums; the constant `ENDED_BY_INTERVIEWER` is written `ended_by_interviewer`.
public interface Word {
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The constant of `type` that is written `word`; empty if there is none.
    static <E extends Enum<E> & Word> Optional<E> of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst();
    }
}
