package dev.tandem.relay.config;

import dev.tandem.relay.config.ConfigKey.Given;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Takes what a YAML file says into a [Reading]. It looks at the nodes of the file and not at
/// objects made of them, since a node knows its line. Relative paths begin at the file's folder.
final class ConfigFile {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final Path folder;
    private final Reading<?> reading;
    private final Map<String, Integer> linesOfPaths = new HashMap<>();
    private int lastLineAboveFault;

    private ConfigFile(String name, Path folder, Reading<?> reading) {
        this.name = name;
        this.folder = folder;
        this.reading = reading;
    }

    /// @param name as it was given
    /// @param givenBy the option or variable
    static void read(String name, String givenBy, Reading<?> reading) {
        String shown = Shown.plain(name);
        try {
            Path path = Path.of(name).toAbsolutePath();
            String text = Files.readString(path);
            new ConfigFile(shown, path.resolveSibling(""), reading).read(text);
        } catch (NoSuchFileException | InvalidPathException e) {
            reading.reject(givenBy + ": there is no file " + shown);
        } catch (CharacterCodingException e) {
            reading.reject(shown + ": it is not UTF-8");
        } catch (IOException e) {
            reading.reject(givenBy + ": the file " + shown + " cannot be read");
        }
    }

    private void read(String text) {
        String yaml = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            compose(yaml);
        } catch (YamlEngineException e) {
            YamlFault fault = YamlFault.of(e, yaml);
            reading.reject(
                    "%s:%d:%d: this is no YAML: %s"
                            .formatted(
                                    name,
                                    fault.line(),
                                    fault.column(),
                                    fault.sentence().replaceAll("\\s+", " ")));
            reading.missesSome();
            readAbove(fault.line(), yaml);
        }
    }

    /// As many lines above a fault as are YAML by themselves.
    private void readAbove(int line, String yaml) {
        List<String> lines = yaml.lines().limit(line - 1L).toList();
        lastLineAboveFault = lines.size();
        while (lastLineAboveFault > 0 && isEmpty(lines.get(lastLineAboveFault - 1))) {
            lastLineAboveFault--;
        }
        String above = lines.stream().limit(lastLineAboveFault).collect(Collectors.joining("\n"));
        try {
            compose(above);
        } catch (YamlEngineException e) {
            readAbove(Math.min(YamlFault.of(e, above).from(), lastLineAboveFault), yaml);
        }
    }

    private static boolean isEmpty(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private void compose(String yaml) {
        new Compose(SETTINGS).composeString(yaml).ifPresent(this::readRoot);
    }

    private void readRoot(Node root) {
        if (root instanceof MappingNode mapping) {
            readMapping(mapping, "");
        } else if (!isNothing(root)) {
            reject(line(root), "a configuration is keys with values, such as 'port: 8377'");
        }
    }

    private void readMapping(MappingNode mapping, String prefix) {
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (key instanceof ScalarNode scalar) {
                readValue(prefix + scalar.getValue(), line(key), tuple.getValueNode());
            } else {
                reject(line(key), "a key is one word");
            }
        }
    }

    private void readValue(String path, int line, Node value) {
        Integer before = linesOfPaths.putIfAbsent(path, line);
        if (before != null) {
            reject(line, path, "it stands in line " + before + " already");
        }
        ConfigKey key = reading.schema().key(path);
        if (key != null) {
            readValue(key, line, value);
        } else if (reading.schema().parts().containsKey(path)) {
            readPart(path, line, value);
        } else {
            reject(
                    line,
                    path,
                    "there is no such key" + Nearest.suggestion(path, reading.schema().paths()));
        }
    }

    /// A part may be empty, all its keys being commented out for instance.
    private void readPart(String path, int line, Node value) {
        if (value instanceof MappingNode mapping) {
            readMapping(mapping, path + ".");
        } else if (!isNothing(value)) {
            reject(line, path, "it has keys of its own, and no value");
        }
    }

    private void readValue(ConfigKey key, int line, Node value) {
        if (line == lastLineAboveFault && isNothing(value)) {
            return; // its value follows, and cannot be read
        }
        try {
            reading.take(key, given(value), new Origin.Line(name, line), folder);
        } catch (BadValue e) {
            reject(line, key.path(), e.sentence());
        }
    }

    private static Given given(Node value) throws BadValue {
        return switch (value) {
            case Node nothing when isNothing(nothing) ->
                    throw new BadValue("it has no value; without this line it has its default");
            case ScalarNode scalar -> new Given(scalar.getValue());
            case SequenceNode list -> new Given("", texts(list));
            default -> throw new BadValue("it has a value, and no keys of its own");
        };
    }

    private static List<String> texts(SequenceNode list) throws BadValue {
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            if (!(item instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
                throw new BadValue("each entry of a list is a text");
            }
            texts.add(scalar.getValue());
        }
        return List.copyOf(texts);
    }

    private static boolean isNothing(Node value) {
        return value.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return line(node.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private void reject(int line, String path, String sentence) {
        reject(line, Shown.plain(path) + ": " + sentence);
    }

    private void reject(int line, String sentence) {
        reading.reject(new Origin.Line(name, line) + ": " + sentence);
    }
}
