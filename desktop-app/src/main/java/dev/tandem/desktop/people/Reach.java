package dev.tandem.desktop.people;

import dev.tandem.protocol.api.InviteLink;
import java.util.Set;

/// From where a relay can be reached, as far as its address tells.
///
/// @param sentence what the invited need, for the person who invites them
record Reach(String sentence) {
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "::1", "localhost");

    static Reach of(InviteLink link) {
        String address = link.relayAddress().replaceFirst("^https?://", "");
        return THIS_COMPUTER.contains(link.host())
                ? new Reach("It works on this computer only: the relay is not open to the network.")
                : new Reach(
                        "The link is all they need. With the code alone they also write the"
                                + " relay's address, %s.".formatted(address));
    }
}
