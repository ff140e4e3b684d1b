package dev.tandem.desktop;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/// What an authenticator application on a telephone does: it looks at a QR code and then shows
/// codes (RFC 6238).
public final class Authenticator {
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})(&|$)");

    private final URI account;

    private Authenticator(URI account) {
        this.account = account;
    }

    /// Looks at a picture.
    public static Authenticator scanning(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            String text =
                    new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(
                                            new HybridBinarizer(
                                                    new RGBLuminanceSource(width, height, pixels))))
                            .getText();
            return new Authenticator(URI.create(text));
        } catch (ReaderException e) {
            throw new AssertionError("there is no QR code to be read", e);
        }
    }

    public URI account() {
        return account;
    }

    public String secret() {
        Matcher secret = SECRET.matcher(account.getQuery());
        if (!secret.find()) {
            throw new AssertionError("there is no secret in the code");
        }
        return secret.group(1);
    }

    /// The code that is shown, or that will be so many steps later.
    public String code(int stepsLater) {
        long step = System.currentTimeMillis() / 30_000 + stepsLater;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base32.decode(secret()), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
