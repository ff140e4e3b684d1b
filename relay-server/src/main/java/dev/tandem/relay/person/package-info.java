/// What a relay holds about one person.
@NullMarked
package dev.tandem.relay.person;

import org.jspecify.annotations.NullMarked;
