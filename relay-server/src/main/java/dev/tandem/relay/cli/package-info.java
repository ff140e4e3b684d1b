/// The relay's command line.
@NullMarked
package dev.tandem.relay.cli;

import org.jspecify.annotations.NullMarked;
