package dev.tandem.relay.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.tandem.protocol.room.Document;
import dev.tandem.protocol.room.Run;
import dev.tandem.protocol.room.RunPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// An exported replay in a browser, and what it shows. For one thread.
record PlayedPage(Browser browser, Path file) {

    /// The page's own loop plays, and a frame comes as soon as the one before is done.
    static final String QUICK_FRAMES =
            """
            {
              const waiting = [];
              const channel = new MessageChannel();
              let now = 0;
              channel.port1.onmessage = () => waiting.shift()(now += 240);
              window.requestAnimationFrame = frame => {
                waiting.push(frame);
                channel.port2.postMessage(null);
              };
            }\
            """;

    private static final String GRAVE =
            """
            axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html).join(' ')))\
            """;

    static PlayedPage open(Browser browser, Path file) {
        browser.open(file, "!document.getElementById('app').hidden");
        return new PlayedPage(browser, file);
    }

    void playToTheEnd() {
        browser.eval("player.goTo(0)");
        browser.eval("part('speed').value = '32'");
        browser.eval("part('play').click()");
        browser.await("!player.playing");
        assertThat(browser.eval("player.position === player.log.length").asBoolean()).isTrue();
    }

    void assertShows(Document document) {
        click("[data-key=\"%s\"]".formatted(document.doc().value()));
        assertThat(String.join("\n", texts("#code .line"))).isEqualTo(document.text().toString());
    }

    void assertShows(Run run) {
        TextNode id = TextNode.valueOf(run.runId().value());
        browser.eval("player.goToPlace(player.log.runsById.get(%s).finished.place)".formatted(id));
        assertThat(String.join("", texts("#output > pre")))
                .isEqualTo(
                        run.transcript().parts().stream()
                                .map(RunPart::text)
                                .collect(Collectors.joining()));
        assertThat(texts(".tests li > .pill"))
                .containsExactlyElementsOf(
                        run.results().stream().map(r -> r.passed() ? "passed" : "failed").toList());
    }

    /// It asked for nothing but itself, and nothing went wrong in it.
    void assertSound() {
        assertThat(browser.faults()).isEmpty();
        assertThat(browser.requests()).containsExactly(file.toUri().toString());
    }

    /// Nobody is shut out by what axe-core knows, in both colours and with each panel open.
    void assertAccessible() throws IOException {
        try (InputStream axe = PlayedPage.class.getResourceAsStream("/axe.min.js")) {
            browser.eval(new String(axe.readAllBytes(), UTF_8) + "; true");
        }
        click("#authors");
        for (boolean dark : List.of(false, true)) {
            browser.look(1280, 800, dark);
            for (String tab : List.of("chatTab", "storyTab", "peopleTab", "handedInTab")) {
                click("#" + tab);
                assertThat(strings(GRAVE)).as("with " + tab + ", dark: " + dark).isEmpty();
            }
        }
    }

    /// In the middle and at the end, for whoever wants to see how it looks.
    void photograph(Path pictures) throws IOException {
        Files.createDirectories(pictures);
        for (boolean dark : List.of(false, true)) {
            for (int width : List.of(1280, 900)) {
                browser.look(width, width == 1280 ? 800 : 600, dark);
                for (String moment : List.of("length / 2", "length")) {
                    browser.eval("player.goTo(player.log.%s)".formatted(moment));
                    browser.photograph(
                            pictures.resolve(
                                    "replay-%d-%s-%s.png"
                                            .formatted(
                                                    width,
                                                    moment.equals("length") ? "end" : "middle",
                                                    dark ? "dark" : "light")));
                }
            }
        }
    }

    void click(String selector) {
        browser.eval("document.querySelector(%s).click()".formatted(TextNode.valueOf(selector)));
    }

    List<String> texts(String selector) {
        return strings(
                "[...document.querySelectorAll('%s')].map(found => found.textContent)"
                        .formatted(selector));
    }

    private List<String> strings(String expression) {
        List<String> strings = new ArrayList<>();
        browser.eval(expression).forEach(string -> strings.add(string.asText()));
        return strings;
    }
}
