/// What a program writes, on its way from bytes to events.
@NullMarked
package dev.tandem.relay.coderun.output;

import org.jspecify.annotations.NullMarked;
