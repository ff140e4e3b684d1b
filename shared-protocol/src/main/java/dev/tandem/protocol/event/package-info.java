/// What has happened: the events of a session's log.
@NullMarked
package dev.tandem.protocol.event;

import org.jspecify.annotations.NullMarked;
