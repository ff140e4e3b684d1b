package dev.tandem.desktop.start;

/// Both ways into a room, with one name for both. FX thread.
public final class StartModel {
    private final Doorway doorway;
    private final JoinModel join;
    private final HostModel host;

    public StartModel(Doorway doorway, Memory memory) {
        this.doorway = doorway;
        Entry name = new Entry(memory.recall(Memory.Key.NAME, ""));
        this.join = new JoinModel(doorway, memory, name);
        this.host = new HostModel(doorway, memory, name);
    }

    public JoinModel join() {
        return join;
    }

    public HostModel host() {
        return host;
    }

    /// The account at the relay that was written down to host on.
    public AccountModel account() {
        return new AccountModel(
                doorway::api, host.relay().textProperty().get(), host.email().textProperty().get());
    }

    /// Fills in what came with the start of the program: a link or a code. Joining stays the
    /// person's own decision.
    ///
    /// @param invite empty for none
    public void prefill(String invite) {
        CodeInput.linkIn(invite)
                .ifPresentOrElse(
                        link -> {
                            join.goTo(link);
                            join.code().textProperty().set(link.code().format());
                        },
                        () -> join.code().textProperty().set(invite));
    }
}
