/// What client and relay say to each other, as values.
@NullMarked
package dev.tandem.protocol.message;

import org.jspecify.annotations.NullMarked;
