package dev.tandem.protocol.sync;

import dev.tandem.protocol.message.ClientMessage.Diverged;
import dev.tandem.protocol.message.ServerMessage.TextChecked;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.sync.ClientState.Link;

/// Whether the confirmed text here is the relay's.
record Comparison(Turn turn) {

    /// A check comes right behind what made its revision, so the confirmed text is at that revision
    /// now, or something was not heard. One that comes late is left to the next.
    void begin(TextChecked check) {
        Document document = turn.confirmed.document(check.doc());
        if (document != null && !document.revision().isAfter(check.revision())) {
            turn.tell(new Notice.Checked(check, document.revision(), document.text()));
        }
    }

    /// @param hash of the text that was to be compared
    void end(Notice.Checked checked, String hash) {
        if (turn.link != Link.LIVE) {
            return;
        }
        TextChecked said = checked.check();
        if (said.revision().equals(checked.revision()) && said.hash().equals(hash)) {
            turn.doubts = turn.doubts.minus(said.doc());
            turn.tell(new Notice.Agreed(said.doc()));
        } else {
            diverged(checked, hash);
        }
    }

    private void diverged(Notice.Checked checked, String hash) {
        TextChecked said = checked.check();
        turn.send(new Diverged(said.doc(), checked.revision(), hash));
        turn.tell(new Notice.Diverged(said, checked.revision(), hash));
        turn.doubts = turn.doubts.plus(said.doc());
        if (turn.doubts.isWorthJoining(said.doc())) {
            turn.outOfStep();
        }
    }
}
