package dev.tandem.desktop.demo;

import dev.tandem.protocol.api.InviteLink;

/// Brings two people into one room, where the interview has just been started.
final class Opening {
    private Opening() {}

    static void of(Actor ada, Actor mert) {
        ada.perform("set", "#host-title", Script.TITLE);
        ada.perform("set", "#host-name", "Ada Kaya");
        ada.perform("set", "#host-minutes", "60");
        ada.perform("click", "#host");
        ada.perform("click", "#invite");
        ada.perform("click", "#copy-link-candidate");
        InviteLink link = InviteLink.parse(ada.perform("clipboard")).orElseThrow();
        ada.perform("click", "#invite");
        mert.perform("set", "#join-code", link.format());
        mert.perform("set", "#join-name", "Mert Demir");
        mert.perform("click", "#join");
        mert.perform("await", "#chat-input");
        ada.perform("click", "#start-interview");
    }
}
