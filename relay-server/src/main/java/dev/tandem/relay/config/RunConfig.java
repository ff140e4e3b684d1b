package dev.tandem.relay.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Running what people write.
public record RunConfig(
        @Key(
                        help = "Whether code is run, where there is a sandbox for it.",
                        byDefault = "true",
                        option = "--run-code")
                boolean on,
        @Key(
                        help =
                                "How many programs run at once; 0 is as many as there are processors.",
                        byDefault = "0",
                        least = "0",
                        most = "1000")
                int atOnce,
        @Key(
                        help = "How many more may wait for their turn.",
                        byDefault = "8",
                        least = "0",
                        most = "10000")
                int queue,
        @Key(
                        help =
                                "A folder of further languages, or of others in place of the relay's own:"
                                        + " one YAML file each.")
                @Nullable Path languages,
        @Key(
                        help =
                                "Folders of toolchains outside of `/usr` that programs are to see, at"
                                        + " their own places.")
                List<String> toolchains,
        @Key(
                        help =
                                "Where the relay runs as root, each run gets a user of its own; this is"
                                        + " the first of them, as many follow as run at once.",
                        byDefault = "61001",
                        least = "1000",
                        most = "999999999")
                int firstUser) {}
