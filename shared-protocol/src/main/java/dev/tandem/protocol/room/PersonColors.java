package dev.tandem.protocol.room;

import java.util.List;

/// The colours people are told apart by, as `#rrggbb`; white text on each has a contrast of at
/// least 4.5 : 1 (WCAG 2.2, 1.4.3), and so has each on the light grounds of a window. None is the
/// colour of a state (fine, failed, careful) or of a link. A room deals them out in this order, and
/// begins again after ten.
public final class PersonColors {
    public static final List<String> ALL =
            List.of(
                    "#8250df", "#b65700", "#08799c", "#bf3989", "#4d7c0f", "#4a5fd0", "#0f7b6c",
                    "#8a6100", "#a3445d", "#5f6b7a");

    private PersonColors() {}

    /// The colour of the participant who came as number `index`, counted from 0.
    public static String of(int index) {
        return ALL.get(Math.floorMod(index, ALL.size()));
    }
}
