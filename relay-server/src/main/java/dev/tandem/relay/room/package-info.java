/// The rooms: for each session that is alive one writer, which decides, commits and tells.
@NullMarked
package dev.tandem.relay.room;

import org.jspecify.annotations.NullMarked;
