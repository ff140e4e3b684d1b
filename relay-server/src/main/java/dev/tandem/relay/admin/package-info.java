/// The way from a command to the relay that runs on the same data folder.
@NullMarked
package dev.tandem.relay.admin;

import org.jspecify.annotations.NullMarked;
