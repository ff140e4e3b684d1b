package dev.tandem.desktop.people;

import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.protocol.api.InviteId;
import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.role.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Separator;
import javafx.scene.layout.VBox;

/// The codes and links that let others in, one for each role, to be copied and taken back; and what
/// else lets people in, to be taken back. FX thread.
public final class InvitePanel extends VBox {
    private final InviteKeeper keeper;
    private final List<InviteView> views;
    private final OtherInvites others;

    /// Offers what a room has: the candidate's first, since that is what is mostly wanted.
    public InvitePanel(Invitations invitations) {
        keeper = invitations.keeper();
        views =
                Stream.concat(
                                Stream.of(Role.CANDIDATE),
                                Stream.of(Role.values()).filter(role -> role != Role.CANDIDATE))
                        .filter(invitations.invites()::containsKey)
                        .map(role -> new InviteView(role, invitations))
                        .toList();
        others = new OtherInvites(keeper);
        getChildren().addAll(views);
        if (views.size() > 1) {
            getChildren().add(1, new Separator());
        }
        getChildren().add(others);
        styled(this, "invite-panel");
    }

    /// Asks which invites are good by now; to be called when it is opened. A code that was made
    /// after it was asked is not in the answer, and is good all the same.
    public void refresh() {
        Set<InviteId> asked = shown();
        keeper.list(live -> show(live, asked), others::fail);
    }

    private void show(List<LiveInvite> live, Set<InviteId> asked) {
        Set<InviteId> good = live.stream().map(LiveInvite::id).collect(Collectors.toSet());
        views.stream()
                .filter(view ->
                        view.id()
                                .filter(id -> asked.contains(id) && !good.contains(id))
                                .isPresent())
                .forEach(InviteView::showOver);
        Set<InviteId> here = shown();
        others.show(live.stream().filter(invite -> !here.contains(invite.id())).toList());
    }

    private Set<InviteId> shown() {
        return views.stream()
                .map(InviteView::id)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
