package dev.tandem.desktop.people;

import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.role.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The invites that one may give to others.
///
/// @param invites one for each role; empty where one does not know them
public record Invitations(Map<Role, Invite> invites, InviteKeeper keeper) {
    /// One knows of none.
    public static final Invitations NONE = of(Map.of());

    /// Of a room where they stay as they are.
    public static Invitations of(Map<Role, Invite> invites) {
        return new Invitations(invites, new Unmoved());
    }

    public boolean isEmpty() {
        return invites.isEmpty();
    }

    private static final class Unmoved implements InviteKeeper {
        private static final String WHY = "The invites of this room cannot be changed from here.";

        /// There is nobody to ask.
        @Override
        public void list(Consumer<List<LiveInvite>> onListed, Consumer<String> onFailure) {}

        @Override
        public void revoke(LiveInvite invite, Runnable onDone, Consumer<String> onFailure) {
            onFailure.accept(WHY);
        }

        @Override
        public void revoke(Invite invite, Runnable onDone, Consumer<String> onFailure) {
            onFailure.accept(WHY);
        }

        @Override
        public void make(Role role, Consumer<Invite> onMade, Consumer<String> onFailure) {
            onFailure.accept(WHY);
        }
    }
}
