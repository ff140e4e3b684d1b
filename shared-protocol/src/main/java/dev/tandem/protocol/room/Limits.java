package dev.tandem.protocol.room;

/// The sizes that the contract fixes. Texts, languages and passwords are counted in UTF-16 code
/// units, names, titles and tags in characters (code points).
public final class Limits {
    public static final int DOCUMENT_LENGTH = 524_288;
    public static final int CHAT_LENGTH = 4_000;
    public static final int NAME_LENGTH = 60;
    public static final int TITLE_LENGTH = 200;
    public static final int TAG_LENGTH = 50;
    public static final int LANGUAGE_LENGTH = 32;
    public static final int ID_LENGTH = 64;
    public static final int PASSWORD_LENGTH = 200;

    /// How long an invite can let people in, in milliseconds: 100 years.
    public static final long INVITE_MS = 36_500L * 24 * 60 * 60 * 1_000;

    /// How many chat messages a state keeps; older ones are in the log.
    public static final int CHAT_KEPT = 500;

    /// How many revisions an edit can name that it takes back.
    public static final int UNDO_OF = 1_000;

    /// How many runs a state keeps; older ones are in the log.
    public static final int RUNS_KEPT = 20;

    /// Bytes, in UTF-8, of what was typed and printed that a state keeps of each run.
    public static final int OUTPUT_KEPT = 64 * 1024;

    /// How many facts about candidates' windows a state keeps; older ones are in the log.
    public static final int FACTS_KEPT = 200;

    /// How many test cases a document has at most.
    public static final int TESTS = 50;

    /// Code units of a test case's input, and of what it expects.
    public static final int TEST_LENGTH = 65_536;

    /// Code units that are told of what a test case printed.
    public static final int TEST_OUTPUT = 4_096;

    /// Bytes of one message on the wire, in UTF-8.
    public static final int MESSAGE_BYTES = 1 << 20;

    private Limits() {}
}
