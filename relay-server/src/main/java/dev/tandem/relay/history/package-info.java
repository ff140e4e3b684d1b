/// What becomes of a session afterwards: it is handed on as a file.
@NullMarked
package dev.tandem.relay.history;

import org.jspecify.annotations.NullMarked;
