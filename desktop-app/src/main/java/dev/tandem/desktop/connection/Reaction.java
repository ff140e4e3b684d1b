package dev.tandem.desktop.connection;

import dev.tandem.protocol.message.CloseCode;
import java.time.Duration;

/// What a client does when its connection was closed.
sealed interface Reaction {

    /// Nothing more.
    record StayAway(Ending ending, String sentence) implements Reaction {}

    /// Comes back, if it was in the room already; otherwise it leaves that to the person.
    ///
    /// @param atLeast how long it waits before, whatever the back-off says
    /// @param ending why it came to nothing, for who was not in the room yet
    record ComeBack(Duration atLeast, Ending ending, Trouble trouble) implements Reaction {}

    Duration WHILE_FULL = Duration.ofSeconds(10);
    Duration WHILE_BARRED = Duration.ofMinutes(1);

    /// The connection broke off without a word.
    static Reaction toLoss() {
        return comeBack("The connection was lost.");
    }

    /// The relay closed it with a code.
    ///
    /// @param served whether one was in the room already
    static Reaction to(int closeCode, boolean served) {
        return CloseCode.of(closeCode).map(code -> to(code, served)).orElseGet(Reaction::toLoss);
    }

    private static Reaction to(CloseCode code, boolean served) {
        return switch (code) {
            case LEFT -> new StayAway(Ending.LEFT, "You have left the interview.");
            case UNUSABLE ->
                    new StayAway(
                            Ending.NOT_UNDERSTOOD,
                            "The relay did not accept what this application sent."
                                    + " Check your name and update Tandem, then try again.");
            case NOT_ADMITTED -> new StayAway(Ending.NOT_ADMITTED, notAdmitted(served));
            case REVOKED ->
                    new StayAway(
                            Ending.REVOKED,
                            "The interviewer has closed this way in. Ask them for a new code.");
            case REPLACED ->
                    new StayAway(
                            Ending.REPLACED,
                            "Your place is taken by another window of yours."
                                    + " Go on there, or join again here.");
            case ROOM_FULL ->
                    new ComeBack(
                            WHILE_FULL,
                            Ending.ROOM_FULL,
                            new Trouble("The room is full.", "Try again when someone has left."));
            case TOO_MANY_ATTEMPTS ->
                    new ComeBack(
                            WHILE_BARRED,
                            Ending.TOO_MANY_ATTEMPTS,
                            new Trouble(
                                    "There were too many attempts from your network.",
                                    "Wait a minute, then try again."));
            case GOING_AWAY -> comeBack("The relay is being stopped or started anew.");
            case TOO_SLOW -> comeBack("The connection is too slow to follow.");
            case FAILED -> comeBack("Something went wrong in the relay.");
            case TOO_LARGE, NOT_JOINED, BROKEN_FRAMES -> toLoss();
        };
    }

    private static Reaction comeBack(String what) {
        return new ComeBack(
                Duration.ZERO, Ending.UNREACHABLE, new Trouble(what, "Try again in a moment."));
    }

    private static String notAdmitted(boolean served) {
        return served
                ? "Your place in this interview is no longer kept. Join again with the code."
                : "This code is not valid or has expired. Check it, or ask for a new one.";
    }
}
