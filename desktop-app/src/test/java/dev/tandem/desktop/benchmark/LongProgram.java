package dev.tandem.desktop.benchmark;

/// A Java file of any length, the same in every run, with places to write at if it is long.
final class LongProgram {
    static final int LINES = 10_000;

    /// Where the person in the window writes, in the middle of the file.
    static final String HERE = "int here = 0;";

    /// On the same screen.
    static final String NEAR = "int near";

    /// Near the beginning of the file.
    static final String FAR = "int far";

    private static final int FAR_LINE = 101;
    private static final int HERE_LINE = 5_007;
    private static final int NEAR_LINE = 5_018;

    private static final String[] METHOD = {
        "    /** Sums up what belongs to order %d. */",
        "    public int total%d(List<Order> orders, String name) {",
        "        int total = 0;",
        "        for (Order order : orders) {",
        "            if (order.name().equals(name) && order.count() > %d) {",
        "                total += order.count() * 3;",
        "            }",
        "        }",
        "        return total;",
        "    }",
        "",
    };

    private LongProgram() {}

    static String text(int lines) {
        StringBuilder text = new StringBuilder("package shop;\n\nclass Orders {\n");
        for (int line = 4; line < lines; line++) {
            text.append(line(line)).append('\n');
        }
        return text.append("}\n").toString();
    }

    private static String line(int number) {
        return switch (number) {
            case HERE_LINE -> "        " + HERE;
            case NEAR_LINE -> "        " + NEAR + " = 0;";
            case FAR_LINE -> "        " + FAR + " = 0;";
            default -> METHOD[number % METHOD.length].formatted(number);
        };
    }
}
