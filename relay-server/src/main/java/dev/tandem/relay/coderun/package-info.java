/// Running what people write: who may run when, in which language, and what becomes of it.
@NullMarked
package dev.tandem.relay.coderun;

import org.jspecify.annotations.NullMarked;
