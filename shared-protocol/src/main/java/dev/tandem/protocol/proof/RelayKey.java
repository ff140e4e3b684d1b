package dev.tandem.protocol.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What a relay's signatures are checked with: its public key, of Ed25519 (RFC 8032).
///
/// @param hex its 32 bytes as hexadecimal digits in lower case
public record RelayKey(String hex) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

    /// What stands before the 32 bytes where Java wants a key in the form of X.509.
    private static final String X509 = "302a300506032b6570032100";

    public RelayKey {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("a key has 64 hexadecimal digits");
        }
    }

    public static boolean isValid(String hex) {
        return WRITTEN.matcher(hex).matches();
    }

    public static RelayKey of(PublicKey key) {
        String encoded = HexFormat.of().formatHex(key.getEncoded());
        if (!encoded.startsWith(X509)) {
            throw new IllegalArgumentException("not a key of Ed25519");
        }
        return new RelayKey(encoded.substring(X509.length()));
    }

    /// Whether the owner of this key signed `text`.
    ///
    /// @param signature 128 hexadecimal digits in lower case; anything else signs nothing
    public boolean signed(String text, String signature) {
        if (!SIGNATURE.matcher(signature).matches()) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text.getBytes(UTF_8));
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException e) {
            return false; // no key, or no signature: some 64 or 128 digits are neither
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(X509 + hex)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
