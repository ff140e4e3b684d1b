package dev.tandem.desktop.people;

import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.role.Role;
import java.util.function.Consumer;

/// Takes invites back and makes new ones. FX thread, where its answers come too.
public interface InviteKeeper {
    /// Has it let nobody in any more.
    ///
    /// @param onFailure is told why not, in a sentence
    void revoke(Invite invite, Runnable onDone, Consumer<String> onFailure);

    /// Makes one more for people in this role.
    ///
    /// @param onFailure is told why not, in a sentence
    void make(Role role, Consumer<Invite> onMade, Consumer<String> onFailure);
}
