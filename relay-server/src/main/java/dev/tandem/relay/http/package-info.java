/// The HTTP API: who asks, what for, and the answer.
@NullMarked
package dev.tandem.relay.http;

import org.jspecify.annotations.NullMarked;
