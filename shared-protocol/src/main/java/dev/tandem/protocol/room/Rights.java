package dev.tandem.protocol.room;

import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.role.Permissions;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.role.SessionStatus;
import org.jspecify.annotations.Nullable;

/// Why someone may not do something, asked in the contract's order: role, status, permission.
final class Rights {
    private Rights() {}

    static @Nullable Refusal whyNot(
            Participant participant, Capability needed, SessionStatus status) {
        return whyNot(participant.role(), participant.permissions(), needed, status);
    }

    static @Nullable Refusal whyNotOwner(Capability needed, SessionStatus status) {
        return whyNot(Role.INTERVIEWER, Permissions.ALL, needed, status);
    }

    private static @Nullable Refusal whyNot(
            Role role, Permissions permissions, Capability needed, SessionStatus status) {
        if (!role.may(needed)) {
            return new Refusal(
                    ErrorCode.FORBIDDEN, "As " + aOrAn(role) + " you cannot do that here.");
        }
        if (!role.may(needed, status)) {
            return status == SessionStatus.ENDED
                    ? new Refusal(
                            ErrorCode.SESSION_ENDED,
                            "The interview has ended; it can still be read.")
                    : new Refusal(
                            ErrorCode.NOT_ACTIVE,
                            "The interview has not started yet; wait for the interviewer.");
        }
        if (!role.may(needed, status, permissions)) {
            return new Refusal(
                    ErrorCode.FORBIDDEN,
                    "The interviewer has taken this permission from you; ask them for it.");
        }
        return null;
    }

    private static String aOrAn(Role role) {
        return switch (role) {
            case INTERVIEWER -> "an interviewer";
            case CANDIDATE -> "a candidate";
            case SPECTATOR -> "a spectator";
        };
    }
}
