package dev.tandem.relay.admin;

import org.jspecify.annotations.Nullable;

/// An order could not be carried out. The message is a sentence for whoever gave it.
public final class OrderFailure extends Exception {
    private static final long serialVersionUID = 1;

    public OrderFailure(@Nullable String sentence) {
        super(sentence);
    }
}
