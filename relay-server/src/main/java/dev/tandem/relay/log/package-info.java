/// How the relay's log looks, and what each of its lines says of where it comes from.
@NullMarked
package dev.tandem.relay.log;

import org.jspecify.annotations.NullMarked;
