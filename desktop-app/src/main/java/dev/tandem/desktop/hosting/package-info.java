/// Hosting an interview: the relay inside this application, and what one asks of a relay before one
/// is in a room. Nothing here blocks; what takes time is a future.
@NullMarked
package dev.tandem.desktop.hosting;

import org.jspecify.annotations.NullMarked;
