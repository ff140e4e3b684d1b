/// What shows that a log was not changed: a chain of hashes over its events, and signatures of the
/// relay under it.
@NullMarked
package dev.tandem.protocol.proof;

import org.jspecify.annotations.NullMarked;
