package dev.tandem.relay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String BEGINNING = "<!-- tandem-relay config keys --markdown -->\n";

    @Test
    void thePageHasTheKeysAsTheyAre() throws Exception {
        String page = Files.readString(PAGE).replace("\r\n", "\n");

        assertThat(page.substring(page.indexOf(BEGINNING) + BEGINNING.length()))
                .as("what 'tandem-relay config keys --markdown' prints, at the end of %s", PAGE)
                .isEqualTo(Reference.markdown());
    }

    @Test
    void eachKeyIsThereWithItsNames() {
        for (ConfigKey key : Configuration.keys()) {
            assertThat(Reference.text()).contains(key.path(), key.variable());
            key.option().ifPresent(option -> assertThat(Reference.text()).contains(option));
        }
    }
}
