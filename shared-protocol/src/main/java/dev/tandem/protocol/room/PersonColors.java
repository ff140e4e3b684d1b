package dev.tandem.protocol.room;

import java.util.List;

/// The colours people are told apart by, as `#rrggbb`; white text on each has a contrast of at
/// least 4.5 : 1 (WCAG 2.2, 1.4.3). A room deals them out in this order, and begins again after
/// ten.
public final class PersonColors {
    public static final List<String> ALL =
            List.of(
                    "#8250df", "#bf5b00", "#0a7ea4", "#1a7f37", "#bf3989", "#0969da", "#9a6700",
                    "#cf222e", "#59636e", "#4d5bb0");

    private PersonColors() {}

    /// The colour of the participant who came as number `index`, counted from 0.
    public static String of(int index) {
        return ALL.get(Math.floorMod(index, ALL.size()));
    }
}
