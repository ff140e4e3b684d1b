package dev.tandem.protocol.role;

/// What a participant is in a session. Roles answer questions, from the general to the particular,
/// so that a refusal can say at which of them it failed: is it this role's at all, in this status,
/// with these permissions? The relay and the windows ask the same methods.
public enum Role implements Word {
    INTERVIEWER,
    CANDIDATE,
    SPECTATOR;

    /// Whether this role may do it in some status, given the permission.
    public boolean may(Capability capability) {
        return when(capability) != When.NEVER;
    }

    /// Whether this role may do it in `status`, given the permission.
    public boolean may(Capability capability, SessionStatus status) {
        return switch (when(capability)) {
            case NEVER -> false;
            case WHILE_ACTIVE -> status == SessionStatus.ACTIVE;
            case WHILE_NOT_ENDED -> status != SessionStatus.ENDED;
            case ALWAYS -> true;
        };
    }

    /// Whether this role may do it in `status` with these permissions.
    public boolean may(Capability capability, SessionStatus status, Permissions permissions) {
        return may(capability, status) && permissions.allow(capability);
    }

    /// What a participant of this role begins with.
    public Permissions initialPermissions() {
        return switch (this) {
            case INTERVIEWER, CANDIDATE -> Permissions.ALL;
            case SPECTATOR -> Permissions.NONE;
        };
    }

    /// Whether an interviewer can grant this role permissions and take them away.
    public boolean hasAdjustablePermissions() {
        return this == CANDIDATE;
    }

    /// Whether a session that is under way depends on someone of this role being there.
    public boolean leads() {
        return may(Capability.CONDUCT);
    }

    private When when(Capability capability) {
        return switch (this) {
            case INTERVIEWER ->
                    switch (capability) {
                        case POINT -> When.ALWAYS;
                        case NOTE -> When.NEVER;
                        case EDIT, CHAT, RUN, SUBMIT, CONDUCT -> When.WHILE_NOT_ENDED;
                    };
            case CANDIDATE ->
                    switch (capability) {
                        case EDIT, RUN, SUBMIT, NOTE -> When.WHILE_ACTIVE;
                        case POINT -> When.ALWAYS;
                        case CHAT -> When.WHILE_NOT_ENDED;
                        case CONDUCT -> When.NEVER;
                    };
            case SPECTATOR -> When.NEVER;
        };
    }

    private enum When {
        NEVER,
        WHILE_ACTIVE,
        WHILE_NOT_ENDED,
        ALWAYS
    }
}
