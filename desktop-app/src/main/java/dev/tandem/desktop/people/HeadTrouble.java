package dev.tandem.desktop.people;

import dev.tandem.desktop.session.SignedHeads.Trouble;
import dev.tandem.protocol.proof.Head;

/// What is not right with something that the relay signed, in words.
final class HeadTrouble {
    private HeadTrouble() {}

    static String words(Trouble trouble) {
        return what(trouble) + " What it signs from now on is not taken here.";
    }

    private static String what(Trouble trouble) {
        Head head = trouble.head();
        return switch (trouble.kind()) {
            case NOT_SIGNED ->
                    "The relay's signature for event %s is not valid, so it proves nothing."
                            .formatted(head.seq());
            case OTHER_KEY ->
                    "The relay signed event %s with another key than before, %s."
                            .formatted(head.seq(), Head.shortText(head.key()));
            case REWRITTEN ->
                    "The relay signed event %s before, with something else in it or before it."
                            .formatted(head.seq());
        };
    }
}
