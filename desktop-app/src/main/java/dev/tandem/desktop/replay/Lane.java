package dev.tandem.desktop.replay;

import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.replay.Stretch.Kind;
import dev.tandem.protocol.id.ParticipantId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What one person did, and when.
///
/// @param stretches in the order in which they began
public record Lane(ParticipantId id, String name, PersonColor color, List<Stretch> stretches) {
    public Lane {
        stretches = List.copyOf(stretches);
    }

    List<Stretch> of(Kind kind) {
        return stretches.stream().filter(stretch -> stretch.kind() == kind).toList();
    }

    /// All of it: `Mert Demir: 12 × typed, 1 × window not in front`.
    String words() {
        String what =
                Arrays.stream(Sign.values())
                        .filter(sign -> sign != Sign.HERE && !sign.of(this).isEmpty())
                        .map(sign ->
                                String.format(
                                        Locale.ENGLISH,
                                        "%,d × %s",
                                        sign.of(this).size(),
                                        sign.words()))
                        .collect(Collectors.joining(", "));
        return what.isEmpty() ? name : name + ": " + what;
    }
}
