package dev.tandem.relay.http;

import dev.tandem.protocol.api.Problem;
import dev.tandem.protocol.api.ProblemCode;
import java.util.Map;

/// A request ends with a problem. Expected from the outside, so it has no stack trace.
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    HttpProblem(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    HttpProblem(ProblemCode code, String detail) {
        this(new Problem(code, detail));
    }

    static HttpProblem notFound() {
        return new HttpProblem(ProblemCode.NOT_FOUND, "There is nothing here for you.");
    }

    static HttpProblem unauthorized() {
        return new HttpProblem(ProblemCode.UNAUTHORIZED, "Log in first, or once more.");
    }

    static HttpProblem badParameter(String name, String expected) {
        return new HttpProblem(
                new Problem(
                        ProblemCode.BAD_MESSAGE,
                        "The parameter \"%s\" must be %s.".formatted(name, expected),
                        Map.of("field", name)));
    }

    /// @param retryAfterMs how long to wait before the next attempt
    static HttpProblem tooMany(long retryAfterMs) {
        return new HttpProblem(
                new Problem(
                        ProblemCode.RATE_LIMITED,
                        "There were too many attempts; try again in a while.",
                        Map.of("retryAfterMs", retryAfterMs)));
    }

    Problem problem() {
        return problem;
    }
}
