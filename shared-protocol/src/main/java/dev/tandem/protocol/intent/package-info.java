/// What someone wants to happen, and what is said to it.
@NullMarked
package dev.tandem.protocol.intent;

import org.jspecify.annotations.NullMarked;
