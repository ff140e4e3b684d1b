package dev.tandem.protocol.sync;

import dev.tandem.protocol.id.DocumentId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// How often the relay showed that it has another text, since it last showed that it has the same.
///
/// @param counts nothing where there is no doubt
record Doubts(PMap<DocumentId, Integer> counts) {
    static final Doubts NONE = new Doubts(HashTreePMap.empty());

    boolean about(DocumentId doc) {
        return counts.containsKey(doc);
    }

    Doubts plus(DocumentId doc) {
        return new Doubts(counts.plus(doc, count(doc) + 1));
    }

    Doubts minus(DocumentId doc) {
        return new Doubts(counts.minus(doc));
    }

    /// Whether to get the whole state for it now: the first time, the second, the fourth, and so
    /// on. What the whole state does not mend is not asked for again and again.
    boolean isWorthJoining(DocumentId doc) {
        return Integer.bitCount(count(doc)) == 1;
    }

    private int count(DocumentId doc) {
        return counts.getOrDefault(doc, 0);
    }
}
