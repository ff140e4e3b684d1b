/// Who is in a room, whether they are connected, what they may do, and how others get in.
@NullMarked
package dev.tandem.desktop.people;

import org.jspecify.annotations.NullMarked;
