package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.protocol.api.InviteCode;
import dev.tandem.protocol.api.InviteDetails;
import dev.tandem.protocol.api.InviteLink;
import dev.tandem.protocol.role.Role;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is written to join an interview, and what becomes of it. FX thread.
public final class JoinModel {
    private final Doorway doorway;
    private final Memory memory;
    private final Entry code = new Entry("");
    private final Entry relay;
    private final Entry name;
    private final Progress progress = new Progress("Join");
    private final ReadOnlyObjectWrapper<Beforehand> beforehand =
            new ReadOnlyObjectWrapper<>(this, "beforehand", Beforehand.of(null));
    private @Nullable Asked asked;
    private boolean told;

    /// What was asked of which relay.
    private record Asked(RelayAddress relay, InviteCode code) {}

    JoinModel(Doorway doorway, Memory memory, Entry name) {
        this.doorway = doorway;
        this.memory = memory;
        this.name = name;
        this.relay = new Entry(memory.recall(Memory.Key.JOIN_RELAY, Memory.usualRelay()));
        code.textProperty().subscribe(typed -> InviteLink.parse(typed).ifPresent(this::goTo));
        code.textProperty().subscribe((_, _) -> look());
        relay.textProperty().subscribe((_, _) -> forgetOther());
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
                    look();
                });
    }

    ReadOnlyObjectProperty<Beforehand> beforehandProperty() {
        return beforehand.getReadOnlyProperty();
    }

    /// Asks what the interview records, once there are a whole code and a relay.
    void look() {
        Asked now = asking();
        if (!Objects.equals(now, asked)) {
            asked = now;
            tell(null);
            if (now != null) {
                doorway.look(
                        now.relay(),
                        now.code(),
                        details -> {
                            if (now.equals(asked)) {
                                tell(details);
                            }
                        });
            }
        }
    }

    /// While a relay's address is being written it is not asked.
    private void forgetOther() {
        if (!Objects.equals(asking(), asked)) {
            asked = null;
            tell(null);
        }
    }

    private void tell(@Nullable InviteDetails details) {
        told = details != null;
        beforehand.set(Beforehand.of(details));
    }

    private @Nullable Asked asking() {
        InviteCode invite = InviteCode.parse(code.stripped()).orElse(null);
        RelayAddress address = RelayAddress.parse(relay.stripped()).orElse(null);
        return invite == null || address == null ? null : new Asked(address, invite);
    }

    public void join() {
        Optional<InviteCode> invite = checkedCode();
        Optional<RelayAddress> address = Checks.relay(relay);
        boolean named = Checks.name(name);
        if (invite.isPresent() && address.isPresent() && named) {
            memory.keep(Memory.Key.NAME, name.stripped());
            memory.keep(Memory.Key.JOIN_RELAY, address.get().format());
            asked = new Asked(address.get(), invite.get());
            var request = new Doorway.Join(address.get(), invite.get(), name.stripped(), told);
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
            case RECORDED -> tell(new InviteDetails(Role.CANDIDATE, true));
        }
    }
}
