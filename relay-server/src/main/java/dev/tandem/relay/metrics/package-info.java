/// What the relay measures of itself.
@NullMarked
package dev.tandem.relay.metrics;

import org.jspecify.annotations.NullMarked;
