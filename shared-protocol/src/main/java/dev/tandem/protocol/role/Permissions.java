package dev.tandem.protocol.role;

/// What an interviewer can grant a candidate or take away.
public record Permissions(boolean canEdit, boolean canRun) {
    public static final Permissions ALL = new Permissions(true, true);
    public static final Permissions NONE = new Permissions(false, false);

    boolean allow(Capability capability) {
        return switch (capability) {
            case EDIT -> canEdit;
            case RUN -> canRun;
            case POINT, CHAT, SUBMIT, NOTE, CONDUCT -> true;
        };
    }
}
