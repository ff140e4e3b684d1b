/// What lasts: the sessions, each with its log, in one database.
@NullMarked
package dev.tandem.relay.sessionlog;

import org.jspecify.annotations.NullMarked;
