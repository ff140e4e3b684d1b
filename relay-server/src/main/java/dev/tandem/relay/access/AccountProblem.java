package dev.tandem.relay.access;

/// Why an account was not changed. The message is one sentence for people.
public final class AccountProblem extends Exception {
    private static final long serialVersionUID = 1;

    public enum Reason {
        BAD_EMAIL,
        BAD_NAME,
        BAD_PASSWORD,
        EXISTS,
        UNKNOWN
    }

    private final Reason reason;

    AccountProblem(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
