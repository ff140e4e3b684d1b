package dev.tandem.protocol.sync;

import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import org.jspecify.annotations.Nullable;

/// As much of an operation as one message can carry, from its beginning on: a connection that sends
/// a longer one is closed, and would be closed again whenever it came back with it.
///
/// @param rest what is left of the operation, to be applied after `first`; null for nothing
record Portion(TextOperation first, @Nullable TextOperation rest) {
    /// As JSON a code unit takes at most 6 bytes and a part without its text at most 12. A quarter
    /// of the message is left for its other fields, and for parts that others' edits divide.
    static final int CODE_UNITS = Limits.MESSAGE_BYTES / 8;

    private static final int CODE_UNITS_OF_A_PART = 2;

    static Portion of(TextOperation operation) {
        return cost(operation) <= CODE_UNITS ? new Portion(operation, null) : divide(operation);
    }

    private static long cost(TextOperation operation) {
        return operation.parts().stream().mapToLong(Portion::cost).sum();
    }

    private static int cost(Part part) {
        return CODE_UNITS_OF_A_PART + (part instanceof Insert(String text) ? text.length() : 0);
    }

    private static Portion divide(TextOperation operation) {
        var first = new TextOperation.Builder();
        var rest = new TextOperation.Builder();
        int left = CODE_UNITS;
        for (Part part : operation.parts()) {
            switch (part) {
                case Keep(int length) -> {
                    first.keep(length);
                    rest.keep(length);
                }
                case Insert(String text) -> {
                    int cut = cut(text, left - CODE_UNITS_OF_A_PART);
                    first.insert(text.substring(0, cut));
                    rest.keep(cut).insert(text.substring(cut));
                }
                case Delete(int length) -> {
                    int now = left > 0 ? length : 0;
                    first.delete(now).keep(length - now);
                    rest.delete(length - now);
                }
            }
            left -= cost(part);
        }
        return new Portion(first.build(), rest.build());
    }

    private static int cut(String text, int most) {
        int cut = Math.clamp(most, 0, text.length());
        boolean splitsPair =
                cut > 0
                        && cut < text.length()
                        && Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut));
        return splitsPair ? cut - 1 : cut;
    }
}
