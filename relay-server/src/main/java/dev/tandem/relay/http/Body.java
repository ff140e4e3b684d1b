package dev.tandem.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.protocol.api.ExportFormat;
import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.wire.SessionFile;
import dev.tandem.relay.config.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Set;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/// Reads the body of a request.
final class Body {
    private static final String JSON = "application/json";
    private static final Set<String> FILES =
            Set.of(
                    "application/octet-stream",
                    ExportFormat.TANDEM.contentType(),
                    ExportFormat.JSON.contentType());

    /// Of a body that is too large so much is still read, so that the answer finds someone who
    /// listens; more than that is cut off.
    private static final int PATIENCE_BYTES = 16 << 20;

    private Body() {}

    /// @throws HttpProblem if it is not JSON by its type, too large, or no UTF-8
    static String json(Request request, ByteSize most) {
        byte[] bytes = read(request, most.toInt());
        if (!isJson(request.getContentType())) {
            throw new HttpProblem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send JSON, as application/json.");
        }
        if (bytes.length > most.bytes()) {
            throw new HttpProblem(
                    ProblemCode.CONTENT_TOO_LARGE, "A request's body has " + most + " at most.");
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new HttpProblem(ProblemCode.BAD_MESSAGE, "A request's body is UTF-8.");
        }
    }

    /// The bytes of a session's file.
    ///
    /// @throws HttpProblem if it is none by its type, or too large
    static byte[] file(Request request) {
        if (!FILES.contains(type(request.getContentType()))) {
            throw new HttpProblem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send a session's file, as application/octet-stream.");
        }
        byte[] bytes = read(request, SessionFile.LARGEST);
        if (bytes.length > SessionFile.LARGEST) {
            throw new HttpProblem(
                    ProblemCode.CONTENT_TOO_LARGE,
                    "A session's file has %d MB at most.".formatted(SessionFile.LARGEST >> 20));
        }
        return bytes;
    }

    private static String type(@Nullable String contentType) {
        return contentType == null
                ? ""
                : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(@Nullable String contentType) {
        return type(contentType).equals(JSON);
    }

    private static void readAway(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 13];
        int left = PATIENCE_BYTES;
        int read = 0;
        while (read >= 0 && left > 0) {
            left -= read;
            read = in.read(buffer);
        }
    }

    /// At most one byte more than a body may have.
    private static byte[] read(Request request, int most) {
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                readAway(in);
            }
            return bytes;
        } catch (IOException e) {
            throw new HttpProblem(ProblemCode.BAD_MESSAGE, "The request broke off.");
        }
    }
}
