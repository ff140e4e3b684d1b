package dev.tandem.protocol.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What lets someone into one session in one role: 60 random bits, written as 12 characters of
/// Douglas Crockford's base 32 (<https://www.crockford.com/base32.html>) in groups of four,
/// `K7QF-9M2P-XN4D`.
///
/// @param value the 12 characters in upper case, without hyphens
public record InviteCode(String value) {
    public static final int BITS = 60;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern WRITTEN = Pattern.compile("[" + ALPHABET + "]{12}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    /// @throws IllegalArgumentException if `value` is not 12 characters of the alphabet
    public InviteCode {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("an invite code has 12 characters of base 32");
        }
    }

    /// The code of the lowest 60 of the given bits.
    public static InviteCode ofBits(long bits) {
        var characters = new StringBuilder();
        for (int shift = BITS - 5; shift >= 0; shift -= 5) {
            characters.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
        return new InviteCode(characters.toString());
    }

    /// The code that someone typed or pasted, or that is in the link they pasted. Case, spaces and
    /// hyphens do not matter, and I, L and O are read as 1, 1 and 0. Empty if there is none.
    public static Optional<InviteCode> parse(String given) {
        return InviteLink.looksLikeOne(given)
                ? InviteLink.parse(given).map(InviteLink::code)
                : parseCharacters(given);
    }

    static Optional<InviteCode> parseCharacters(String given) {
        String value =
                SEPARATORS
                        .matcher(given)
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT)
                        .replace('I', '1')
                        .replace('L', '1')
                        .replace('O', '0');
        return WRITTEN.matcher(value).matches()
                ? Optional.of(new InviteCode(value))
                : Optional.empty();
    }

    /// As people read it: `K7QF-9M2P-XN4D`.
    public String format() {
        return String.join(
                "-", value.substring(0, 4), value.substring(4, 8), value.substring(8, 12));
    }

    /// Without the characters: a code is not for logs.
    @Override
    public String toString() {
        return "InviteCode[…]";
    }
}
