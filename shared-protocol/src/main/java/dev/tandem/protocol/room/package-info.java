/// A room: its state, and the pure rules by which it changes.
@NullMarked
package dev.tandem.protocol.room;

import org.jspecify.annotations.NullMarked;
