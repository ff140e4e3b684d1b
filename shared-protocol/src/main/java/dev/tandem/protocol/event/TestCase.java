package dev.tandem.protocol.event;

import dev.tandem.protocol.role.Role;
import org.jspecify.annotations.Nullable;

/// What a program has to print for one input.
///
/// @param name 1 to 200 characters on one line
/// @param stdin all of the input; null where it is not for this reader
/// @param expected what it has to print, up to blanks at the ends of lines and of the whole; null
///   where it is not for this reader
/// @param hidden whether only who leads the interview may see more than the name
public record TestCase(
        String name, @Nullable String stdin, @Nullable String expected, boolean hidden) {

    /// What someone of this role is told of it.
    public TestCase seenBy(Role role) {
        return hidden && !role.leads() ? new TestCase(name, null, null, true) : this;
    }
}
