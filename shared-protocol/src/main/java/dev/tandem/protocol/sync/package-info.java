/// The client's side of a room: what is confirmed, in flight and waiting, and how it resumes.
@NullMarked
package dev.tandem.protocol.sync;

import org.jspecify.annotations.NullMarked;
