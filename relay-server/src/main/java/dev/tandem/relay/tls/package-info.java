/// The relay's certificate: read from files, and read again when they change.
@NullMarked
package dev.tandem.relay.tls;

import org.jspecify.annotations.NullMarked;
