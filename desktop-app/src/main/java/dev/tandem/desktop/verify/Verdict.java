package dev.tandem.desktop.verify;

import dev.tandem.desktop.fx.Tone;
import dev.tandem.protocol.proof.Finding;
import dev.tandem.protocol.proof.Finding.Changed;
import dev.tandem.protocol.proof.Finding.Unchanged;
import dev.tandem.protocol.proof.Finding.Unproven;
import dev.tandem.protocol.proof.Finding.Unrelated;
import dev.tandem.protocol.proof.FindingWords;
import dev.tandem.protocol.proof.Head;
import dev.tandem.protocol.proof.KeptHead;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What is said of the evidence.
///
/// @param sentence what was found
/// @param key whose key it was signed with, as far as that is known; empty where nothing is signed
/// @param head to be kept, for people; empty where there is none
public record Verdict(Tone tone, String sentence, String key, String head) {
    static final Verdict UNDER_WAY =
            new Verdict(Tone.NEUTRAL, "Every event is being checked…", "", "");

    static Verdict failed(String sentence) {
        return new Verdict(Tone.BAD, sentence, "", "");
    }

    /// @param keeper the relay that handed it out; empty for a file
    /// @param kept what it was compared with
    static Verdict of(Finding finding, String keeper, @Nullable KeptHead kept, ZoneId zone) {
        String words = FindingWords.of(finding, zone);
        return switch (finding) {
            case Unchanged(Head head, _) ->
                    new Verdict(
                            Tone.OK,
                            kept == null ? words : words + " " + FindingWords.AS_KEPT,
                            key(head, keeper, kept),
                            head.shortText());
            case Changed _ -> new Verdict(Tone.BAD, words, "", "");
            case Unproven _, Unrelated _ -> new Verdict(Tone.WARN, words, "", "");
        };
    }

    private static String key(Head head, String keeper, @Nullable KeptHead kept) {
        String key = Head.shortText(head.key());
        if (kept != null && head.key().hex().startsWith(kept.key()) && !kept.key().isEmpty()) {
            return "It is signed with the same %s as what was kept.".formatted(key);
        }
        return keeper.isEmpty()
                ? "Whose %s is, the file alone cannot say: compare it with what somebody kept."
                        .formatted(key)
                : "It is signed with %s, as the relay on %s hands it out.".formatted(key, keeper);
    }
}
