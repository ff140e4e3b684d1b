package dev.tandem.desktop.replay;

/// Something that a person did, or that was so, for some time.
///
/// @param from epoch milliseconds
/// @param to not before `from`
/// @param words what is to be said of it, without whose it is: `ran the code: exit 0`
public record Stretch(long from, long to, Kind kind, String words) {

    public enum Kind {
        /// Connected; whoever is not is away.
        HERE,
        TYPING,
        /// Put much text in at once, be it pasted, or written without a connection.
        INSERTED,
        /// With the window not in front, as that noted.
        AWAY,
        /// Something else that their window noted.
        NOTED,
        RAN_WELL,
        RAN_BADLY,
        RAN,
        SUBMITTED,
        CHATTED
    }

    boolean touches(double begin, double end) {
        return from <= end && to >= begin;
    }
}
