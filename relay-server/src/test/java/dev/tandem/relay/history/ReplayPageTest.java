package dev.tandem.relay.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class ReplayPageTest {
    private static final Pattern LOG =
            Pattern.compile("<script id=\"log\" type=\"application/octet-stream\">(.*?)</script>");
    private static final String HOSTILE =
            "</script><script>alert(1)</script><!--<script>&lt;\u2028\u2029{{log}}\u202e😀\ud83d\0'\"";

    private static String page(String log) throws IOException {
        StringWriter out = new StringWriter();
        new ReplayPage().write(writer -> writer.append(log), out);
        return out.toString();
    }

    private static String logOf(String page) {
        Matcher log = LOG.matcher(page);
        assertThat(log.find()).isTrue();
        return log.group(1);
    }

    @Test
    void nothingInTheLogMeansAnythingToABrowser() throws Exception {
        String page = page(HOSTILE.repeat(1_000));

        assertThat(logOf(page)).matches("[A-Za-z0-9+/]+=*");
        assertThat(page.replace(logOf(page), "")).isEqualTo(page("").replace(logOf(page("")), ""));
    }

    @Test
    void theLogComesOutAsItWentIn() throws Exception {
        String log = HOSTILE.replace("\ud83d\0", "") + "\n";
        byte[] packed = Base64.getDecoder().decode(logOf(page(log)));
        assertThat(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .asString(UTF_8)
                .isEqualTo(log);
    }

    @Test
    void onlyItsOwnPartsAreAllowed() throws Exception {
        String page = page("");
        String policy = between(page, "Content-Security-Policy\" content=\"", "\"");

        assertThat(policy)
                .startsWith("default-src 'none';")
                .contains("style-src '" + hash(between(page, "<style>", "</style>")) + "'")
                .contains("script-src '" + hash(between(page, "<script>", "</script>")) + "'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.split("</?script", -1)).hasSize(5);
        assertThat(page.split("</?style", -1)).hasSize(3);
        assertThat(page).doesNotContain("<!--", "style=", "onclick", "{{", "innerHTML", "src=");
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private static String hash(String part) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(part.getBytes(UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }
}
