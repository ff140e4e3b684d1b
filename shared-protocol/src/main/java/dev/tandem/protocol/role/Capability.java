package dev.tandem.protocol.role;

/// What a participant may or may not be able to do, one row of the contract's table each.
public enum Capability {
    /// Change a document's text or language.
    EDIT,
    /// Show one's caret and selections.
    POINT,
    /// Write in the chat, and be seen typing there.
    CHAT,
    /// Run code, type for it while it runs, and stop it.
    RUN,
    /// Hand in code.
    SUBMIT,
    /// Have it noted what happened to one's own window.
    NOTE,
    /// Lead the interview: start and end it, set permissions, open and close documents, set their
    /// tests.
    CONDUCT
}
