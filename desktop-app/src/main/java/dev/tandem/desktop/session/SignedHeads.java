package dev.tandem.desktop.session;

import dev.tandem.protocol.proof.Head;
import org.jspecify.annotations.Nullable;

/// What a relay signed, as far as that is right. After what is not right nothing more is taken:
/// what was kept before it is what shows later how far the log can be believed.
///
/// @param newest what was right last; null until there is something
/// @param trouble what was not right; null where nothing was
public record SignedHeads(@Nullable Head newest, @Nullable Trouble trouble) {
    static final SignedHeads NONE = new SignedHeads(null, null);

    /// A head that is not right.
    public record Trouble(Head head, Kind kind) {
        public enum Kind {
            /// Its signature is not that of its key.
            NOT_SIGNED,
            /// It is signed with another key than the ones before.
            OTHER_KEY,
            /// The same event was signed with another hash before.
            REWRITTEN
        }
    }

    /// With one more. A relay that goes back to less has lost something; what it had signed is what
    /// shows that.
    ///
    /// @param signed whether its signature is that of its key
    SignedHeads with(Head head, boolean signed) {
        Trouble.Kind kind = trouble == null ? troubleOf(head, signed) : null;
        if (kind != null) {
            return new SignedHeads(newest, new Trouble(head, kind));
        }
        boolean older = newest != null && newest.seq().isAfter(head.seq());
        return trouble != null || older ? this : new SignedHeads(head, null);
    }

    private Trouble.@Nullable Kind troubleOf(Head head, boolean signed) {
        if (!signed) {
            return Trouble.Kind.NOT_SIGNED;
        }
        if (newest == null) {
            return null;
        }
        if (!newest.key().equals(head.key())) {
            return Trouble.Kind.OTHER_KEY;
        }
        boolean same = newest.seq().equals(head.seq());
        return same && !newest.hash().equals(head.hash()) ? Trouble.Kind.REWRITTEN : null;
    }
}
