package dev.tandem.relay.bench;

import org.jspecify.annotations.Nullable;

/// What a load has shown.
///
/// @param plain without slow readers
/// @param withSlowReaders with them; null where there were none
/// @param unanswered how many people had edits without an answer when all was over
/// @param compared in how many rooms the texts of all people and of the relay were compared
/// @param diverged in how many of them they differ
public record Result(
        Load load,
        Phase plain,
        @Nullable Phase withSlowReaders,
        long unanswered,
        int compared,
        int diverged) {

    /// Whether everything went as it should, however quickly.
    public boolean isSound() {
        return unanswered == 0
                && diverged == 0
                && plain.total().errors.isEmpty()
                && (withSlowReaders == null || withSlowReaders.total().errors.isEmpty());
    }
}
