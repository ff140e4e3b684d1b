/// An interview as it was, from its log: when it was what, who did what, and the state of its room
/// at any place. What shows the room itself is the live room's, and the shell puts both together.
@NullMarked
package dev.tandem.desktop.replay;

import org.jspecify.annotations.NullMarked;
