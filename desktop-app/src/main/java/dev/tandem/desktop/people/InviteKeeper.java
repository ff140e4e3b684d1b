package dev.tandem.desktop.people;

import dev.tandem.protocol.api.Invite;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.role.Role;
import java.util.List;
import java.util.function.Consumer;

/// Knows the invites of a room, takes them back and makes new ones. FX thread, where its answers
/// come too.
public interface InviteKeeper {
    /// Finds out which let people in, whoever made them.
    ///
    /// @param onFailure is told why not, in a sentence
    void list(Consumer<List<LiveInvite>> onListed, Consumer<String> onFailure);

    /// Has it let nobody in any more.
    ///
    /// @param onFailure is told why not, in a sentence
    void revoke(Invite invite, Runnable onDone, Consumer<String> onFailure);

    /// The same with one whose code is not known here.
    void revoke(LiveInvite invite, Runnable onDone, Consumer<String> onFailure);

    /// Makes one more for people in this role.
    ///
    /// @param onFailure is told why not, in a sentence
    void make(Role role, Consumer<Invite> onMade, Consumer<String> onFailure);
}
