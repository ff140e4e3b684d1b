package dev.tandem.desktop.shell;

import dev.tandem.desktop.hosting.Answer;
import dev.tandem.desktop.session.ConnectionStatus.Closed;
import dev.tandem.desktop.start.Doorway.Cause;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.protocol.api.ProblemCode;
import org.jspecify.annotations.Nullable;

/// To which field of the start page a failure belongs.
final class Failures {
    private Failures() {}

    static Failure of(Closed closed) {
        return new Failure(
                switch (closed.reason()) {
                    case UNREACHABLE -> Cause.RELAY;
                    case NOT_ADMITTED, REVOKED, ROOM_FULL, TOO_MANY_ATTEMPTS -> Cause.CODE;
                    case LEFT, REPLACED, NOT_UNDERSTOOD -> Cause.OTHER;
                },
                closed.sentence());
    }

    static Failure of(Answer.Failed<?> failed) {
        return new Failure(cause(failed.code()), failed.sentence());
    }

    private static Cause cause(@Nullable ProblemCode code) {
        if (code == null) {
            return Cause.RELAY;
        }
        return switch (code) {
            case UNAUTHORIZED, FORBIDDEN, RATE_LIMITED -> Cause.ACCOUNT;
            case OTP_REQUIRED, OTP_INVALID -> Cause.SECOND_STEP;
            default -> Cause.OTHER;
        };
    }
}
