/// The relay, put together from its parts.
@NullMarked
package dev.tandem.relay;

import org.jspecify.annotations.NullMarked;
