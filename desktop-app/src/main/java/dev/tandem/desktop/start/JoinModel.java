package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteLink;
import java.util.Optional;

/// What is written to join an interview, and what becomes of it. FX thread.
public final class JoinModel {
    private final Doorway doorway;
    private final Memory memory;
    private final Entry code = new Entry("");
    private final Entry relay;
    private final Entry name;
    private final Progress progress = new Progress("Join");

    JoinModel(Doorway doorway, Memory memory, Entry name) {
        this.doorway = doorway;
        this.memory = memory;
        this.name = name;
        this.relay = new Entry(memory.recall(Memory.Key.JOIN_RELAY, Memory.usualRelay()));
        code.textProperty().subscribe(typed -> InviteLink.parse(typed).ifPresent(this::goTo));
    }

    public Entry code() {
        return code;
    }

    public Entry relay() {
        return relay;
    }

    public Entry name() {
        return name;
    }

    public Progress progress() {
        return progress;
    }

    /// Takes the relay from a link.
    void goTo(InviteLink link) {
        RelayAddress.of(link)
                .ifPresent(address -> {
                    relay.textProperty().set(address.format());
                    relay.hint("From the link.");
                });
    }

    public void join() {
        Optional<InviteCode> invite = checkedCode();
        Optional<RelayAddress> address = Checks.relay(relay);
        boolean named = Checks.name(name);
        if (invite.isPresent() && address.isPresent() && named) {
            memory.keep(Memory.Key.NAME, name.stripped());
            memory.keep(Memory.Key.JOIN_RELAY, address.get().format());
            var request = new Doorway.Join(address.get(), invite.get(), name.stripped());
            progress.attempt(
                    "Joining…", watcher -> doorway.join(request, watcher), this::showFailure);
        }
    }

    private Optional<InviteCode> checkedCode() {
        Optional<InviteCode> parsed = InviteCode.parse(code.stripped());
        if (parsed.isEmpty()) {
            code.fail(
                    code.stripped().isEmpty()
                            ? "Write the code, or paste the link you were sent."
                            : "This is not a whole code: it has 12 letters and figures.");
        }
        return parsed;
    }

    private void showFailure(Failure failure) {
        switch (failure.cause()) {
            case CODE, ACCOUNT, SECOND_STEP, OTHER -> code.fail(failure.sentence());
            case RELAY -> relay.fail(failure.sentence());
            case NAME -> name.fail(failure.sentence());
        }
    }
}
