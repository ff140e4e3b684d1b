/// The connection to a relay: opened, kept alive, and opened again. It knows frames, not rooms, and
/// no window. Everything happens on the one thread of a [Network].
@NullMarked
package dev.tandem.desktop.connection;

import org.jspecify.annotations.NullMarked;
