package dev.tandem.relay.history;

/// How much of a session an export tells.
///
/// @param withPrivate whether also what only interviewers may see: what they wrote about it, and
///   what the log has for them, which a format that is the log as it is tells anyway
/// @param replaceNames whether people are called by their roles, such as `Candidate 2`, wherever
///   the log has a name; what they wrote themselves stays as it was
public record ExportOptions(boolean withPrivate, boolean replaceNames) {
    /// What a candidate may see, with everyone's names.
    public static final ExportOptions USUAL = new ExportOptions(false, false);

    /// Everything as it is in the log.
    static final ExportOptions WHOLE = new ExportOptions(true, false);
}
