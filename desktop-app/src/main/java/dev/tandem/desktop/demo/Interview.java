package dev.tandem.desktop.demo;

import dev.tandem.protocol.api.InviteLink;
import java.util.concurrent.CompletableFuture;

/// An interview from the invitation to the end, played by two people in their own windows.
final class Interview {
    private static final String MS_PER_KEY = "45";

    private final Actor ada;
    private final Actor mert;
    private final Journal journal;

    Interview(Actor ada, Actor mert, Journal journal) {
        this.ada = ada;
        this.mert = mert;
        this.journal = journal;
    }

    /// Plays it all, and returns the text that both editors show at the end.
    String play() {
        host();
        InviteLink link = invitation();
        try (Cable cable = new Cable(link.port())) {
            join(new InviteLink("127.0.0.1", cable.port(), link.code(), link.tls()));
            start();
            writeTogether();
            chat();
            loseTheConnection(cable);
            runTheCode();
            end();
            return sameText();
        }
    }

    private void host() {
        ada.perform("fill", "#host-title", Script.TITLE);
        ada.perform("fill", "#host-name", "Ada Kaya");
        ada.perform("fill", "#host-minutes", "60");
        journal.step("Ada prepares an interview on her own computer", ada, mert);
        ada.perform("click", "#host");
        ada.perform("await", "#start-interview");
    }

    private InviteLink invitation() {
        ada.perform("click", "#invite");
        ada.perform("click", "#copy-link-candidate");
        journal.step("Ada's room is open; she copies the invitation", ada, mert);
        InviteLink link = InviteLink.parse(ada.perform("clipboard")).orElseThrow();
        ada.perform("press", "ESCAPE");
        return link;
    }

    private void join(InviteLink link) {
        mert.perform("fill", "#join-code", link.format());
        mert.perform("fill", "#join-name", "Mert Demir");
        journal.step("Mert pastes the invitation", ada, mert);
        mert.perform("click", "#join");
        mert.perform("await-text", "#connection", "Live");
        mert.perform("await", "#chat-input");
        journal.step("Mert is in the room and waits for the start", ada, mert);
    }

    private void start() {
        ada.perform("click", "#start-interview");
        ada.perform("await", "#end-interview");
        ada.perform("focus-editor");
        ada.perform("type", Script.ADA_BEGINS, MS_PER_KEY);
        mert.perform("await-code", Script.ADA_BEGINS.strip());
        journal.step("Ada starts the interview and writes the first lines", ada, mert);
    }

    private void writeTogether() {
        mert.perform("focus-editor");
        mert.perform("end-of-text");
        ada.perform("start-of-text");
        together(Script.ADA_WRITES, Script.MERT_WRITES);
        journal.step("Both write at the same time in one text", ada, mert);
    }

    private void together(String adas, String merts) {
        CompletableFuture<String> writing =
                CompletableFuture.supplyAsync(() -> mert.perform("type", merts, MS_PER_KEY));
        ada.perform("type", adas, MS_PER_KEY);
        writing.join();
    }

    private void chat() {
        say(ada, mert, Script.ADA_ASKS);
        say(mert, ada, Script.MERT_ANSWERS);
        say(ada, mert, Script.ADA_AGREES);
        journal.step("They talk about ties", ada, mert);
    }

    private static void say(Actor speaker, Actor listener, String words) {
        speaker.perform("fill", "#chat-input", words);
        speaker.perform("press", "ENTER");
        listener.perform("await-said", words);
    }

    private void loseTheConnection(Cable cable) {
        mert.perform("focus-editor");
        mert.perform("end-of-text");
        ada.perform("focus-editor");
        ada.perform("start-of-text");
        cable.cut();
        mert.perform("await-text", "#connection", "Reconnecting");
        together(Script.ADA_WRITES_MEANWHILE, Script.MERT_WRITES_OFFLINE);
        journal.step("Mert's connection is cut; both go on writing", ada, mert);
        cable.mend();
        mert.perform("await-text", "#connection", "Live");
        mert.perform("await-code", Script.ADA_WRITES_MEANWHILE.strip());
        ada.perform("await-code", "return nsmallest(k, counts, key=ties)");
        journal.step("Mert is back, and nothing was lost", ada, mert);
    }

    /// Where the computer has no sandbox with Python, both are told so.
    private void runTheCode() {
        mert.perform("focus-editor");
        mert.perform("end-of-text");
        for (int blank = 0; blank < Script.INDENT; blank++) {
            mert.perform("press", "BACK_SPACE");
        }
        mert.perform("type", Script.MERT_RUNS, MS_PER_KEY);
        ada.perform("await-code", Script.MERT_RUNS.strip());
        String obstacle = mert.perform("await-runner");
        if (!obstacle.isEmpty()) {
            journal.step("Nothing can be run on this computer: " + obstacle, ada, mert);
            return;
        }
        mert.perform("click", "#run");
        mert.perform("await-output", "Text: ");
        mert.perform("fill", "#run-line", Script.MERT_TYPES);
        journal.step("Mert runs the code, and types what it asks for", ada, mert);
        mert.perform("press", "ENTER");
        mert.perform("await-output", Script.PROGRAM_ANSWERS);
        ada.perform("await-output", Script.PROGRAM_ANSWERS);
        ada.perform("await-text", "#verdict", "exit 0");
        mert.perform("await-text", "#verdict", "exit 0");
        journal.step("Both see what it printed", ada, mert);
    }

    private void end() {
        ada.perform("click", "#end-interview");
        ada.perform("await", ".confirm .destructive");
        journal.step("Ada ends the interview; she is asked first", ada, mert);
        ada.perform("click", ".confirm .destructive");
        ada.perform("await-text", "#status", "Ended");
        mert.perform("await-text", "#status", "Ended");
        journal.step("The interview has ended; both can still read", ada, mert);
    }

    private String sameText() {
        String text = ada.perform("code");
        mert.perform("await-code", text);
        if (!mert.perform("code").equals(text)) {
            throw new IllegalStateException("The two editors show different texts.");
        }
        return text;
    }
}
