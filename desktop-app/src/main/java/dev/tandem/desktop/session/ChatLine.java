package dev.tandem.desktop.session;

import dev.tandem.protocol.id.ParticipantId;

/// One line of the chat. Times are epoch milliseconds on the relay's clock.
public sealed interface ChatLine {
    long at();

    /// What someone said.
    record Message(long at, ParticipantId by, String text, Delivery delivery) implements ChatLine {}

    /// What happened, in a neutral sentence without its full stop: `Mert joined`.
    record Notice(long at, String sentence) implements ChatLine {}

    /// What became of a message. Others' are always confirmed.
    enum Delivery {
        /// On its way, or waiting for the connection.
        PENDING,
        /// In the log; everyone has it.
        CONFIRMED,
        /// The relay did not take it. The text stays here, so that it is not lost.
        REFUSED
    }
}
