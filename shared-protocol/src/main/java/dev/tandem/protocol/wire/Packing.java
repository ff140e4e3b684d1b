package dev.tandem.protocol.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// How a `.tandem` file is packed: with gzip (RFC 1952), and behind that an empty gzip member whose
/// extra field `Td` has the SHA-256 of all bytes before it. Any gunzip unpacks it. The sum is there
/// because a few bits of a gzip file mean nothing, and a change of them should be seen too.
public final class Packing {
    private static final byte[] BEGIN = HexFormat.of().parseHex("1f8b08000000000000ff");
    private static final byte[] END_BEFORE_SUM =
            HexFormat.of().parseHex("1f8b08040000000000ff" + "2400" + "5464" + "2000");
    private static final byte[] END_AFTER_SUM =
            HexFormat.of().parseHex("0300" + "00000000" + "00000000");
    private static final int SUM = 32;
    private static final int END = END_BEFORE_SUM.length + SUM + END_AFTER_SUM.length;

    /// The check of the content's sum and its length, behind what gzip has packed.
    private static final int GZIP_END = 8;

    private Packing() {}

    /// What stands behind what gzip has written.
    ///
    /// @param sum the SHA-256 of that
    public static byte[] end(byte[] sum) {
        byte[] end = Arrays.copyOf(END_BEFORE_SUM, END);
        System.arraycopy(sum, 0, end, END_BEFORE_SUM.length, SUM);
        System.arraycopy(END_AFTER_SUM, 0, end, END_BEFORE_SUM.length + SUM, END_AFTER_SUM.length);
        return end;
    }

    static boolean isPacked(byte[] file) {
        return file.length > 2 && file[0] == BEGIN[0] && file[1] == BEGIN[1];
    }

    /// Whether every byte is as it was written.
    static boolean isAsWritten(byte[] file) {
        int end = file.length - END;
        return end > BEGIN.length
                && Arrays.equals(file, 0, BEGIN.length, BEGIN, 0, BEGIN.length)
                && Arrays.equals(file, end, file.length, end(sum(file, end)), 0, END);
    }

    private static byte[] sum(byte[] file, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Unpacks a file for as long as somebody wants more of it.
    ///
    /// @return whether it could be unpacked to its end, and nothing stands behind that
    static boolean unpack(byte[] file, FileLines lines) throws BadFile {
        if (file.length < BEGIN.length) {
            return false;
        }
        byte[] buffer = new byte[1 << 16];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(file, BEGIN.length, file.length - BEGIN.length);
            while (!inflater.finished() && !lines.isOver()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return false;
                }
                lines.take(buffer, count);
            }
            return lines.isOver() || inflater.getRemaining() == GZIP_END + END;
        } catch (DataFormatException e) {
            return false;
        }
    }
}
