/// A session's log, looked at in any place of it: what the room was like there, and when.
@NullMarked
package dev.tandem.protocol.replay;

import org.jspecify.annotations.NullMarked;
