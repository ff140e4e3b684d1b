package dev.tandem.protocol.api;

import dev.tandem.protocol.role.Role;

/// What a code leads to, told to whoever has it before they come in.
///
/// @param role in which it lets people in
/// @param facts whether the candidates' windows tell facts about themselves there
public record InviteDetails(Role role, boolean facts) {

    /// Whether facts about the window of who comes in by it are told.
    public boolean notesWhoComes() {
        return facts && role == Role.CANDIDATE;
    }
}
