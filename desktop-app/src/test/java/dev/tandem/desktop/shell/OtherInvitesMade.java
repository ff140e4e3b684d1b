package dev.tandem.desktop.shell;

import dev.tandem.desktop.people.InviteKeeper;
import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A room in which others have made invites, and have taken one back that was made here.
final class OtherInvitesMade implements InviteKeeper {
    static final List<LiveInvite> OTHERS =
            List.of(
                    new LiveInvite(
                            new InviteId("00000001"),
                            Role.CANDIDATE,
                            Instant.parse("2030-01-31T12:00:00Z").toEpochMilli()),
                    new LiveInvite(new InviteId("00000002"), Role.SPECTATOR, null));

    final List<LiveInvite> revoked = new ArrayList<>();
    private final List<LiveInvite> live = new ArrayList<>(OTHERS);

    OtherInvitesMade(Map<Role, Invite> invites, Role takenBack) {
        invites.forEach((role, invite) -> {
            if (role != takenBack) {
                live.add(new LiveInvite(InviteId.of(invite.code()), role, invite.expiresAt()));
            }
        });
    }

    @Override
    public void list(Consumer<List<LiveInvite>> onListed, Consumer<String> onFailure) {
        onListed.accept(List.copyOf(live));
    }

    @Override
    public void revoke(LiveInvite invite, Runnable onDone, Consumer<String> onFailure) {
        revoked.add(invite);
        onDone.run();
    }

    @Override
    public void revoke(Invite invite, Runnable onDone, Consumer<String> onFailure) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void make(Role role, Consumer<Invite> onMade, Consumer<String> onFailure) {
        throw new UnsupportedOperationException();
    }
}
