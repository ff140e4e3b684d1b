/// Typed ids and numbers, one record each, so that one cannot be taken for another.
@NullMarked
package dev.tandem.protocol.id;

import org.jspecify.annotations.NullMarked;
