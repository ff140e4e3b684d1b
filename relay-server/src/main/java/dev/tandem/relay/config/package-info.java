/// What a relay is told when it starts.
@NullMarked
package dev.tandem.relay.config;

import org.jspecify.annotations.NullMarked;
