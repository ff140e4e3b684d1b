/// The audit trail as people and other programs read it.
@NullMarked
package dev.tandem.relay.audit;

import org.jspecify.annotations.NullMarked;
