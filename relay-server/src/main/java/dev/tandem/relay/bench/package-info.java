/// The load generator behind `tandem-relay bench`: many people who write at once, over real
/// connections, in one thread, and what they see of the relay.
@NullMarked
package dev.tandem.relay.bench;

import org.jspecify.annotations.NullMarked;
