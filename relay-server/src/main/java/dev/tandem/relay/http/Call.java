package dev.tandem.relay.http;

import dev.tandem.protocol.wire.BadMessage;

/// One of the API's calls. Runs on a thread that may wait.
@FunctionalInterface
interface Call {
    /// The answer to a request.
    ///
    /// @throws HttpProblem for anything that is not as it should be
    Answer answer(ApiRequest request) throws BadMessage;
}
