package dev.tandem.protocol.proof;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 over everything in a log up to one event.
///
/// @param hex 64 hexadecimal digits in lower case
public record ChainHash(String hex) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}");

    public ChainHash {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
        }
    }

    public static boolean isValid(String hex) {
        return WRITTEN.matcher(hex).matches();
    }

    public static ChainHash of(byte[] bytes) {
        return new ChainHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
