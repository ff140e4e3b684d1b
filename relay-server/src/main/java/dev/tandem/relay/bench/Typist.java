package dev.tandem.relay.bench;

import dev.tandem.protocol.text.TextOperation;

/// What somebody writes, one edit after another. For one thread.
interface Typist {

    /// The next edit of a text of `length` code units.
    TextOperation next(int length);

    /// Somebody else changed the text before one's eyes.
    void see(TextOperation others);
}
