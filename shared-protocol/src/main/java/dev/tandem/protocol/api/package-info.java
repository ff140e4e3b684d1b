/// The values of the HTTP API: what is asked and what is answered.
@NullMarked
package dev.tandem.protocol.api;

import org.jspecify.annotations.NullMarked;
