package dev.tandem.desktop.coderun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.role.RunStream;
import dev.tandem.protocol.room.RunPart;
import dev.tandem.protocol.room.RunPart.Printed;
import dev.tandem.protocol.room.RunPart.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private final Printer printer = new Printer();

    @Test
    void whatIsTypedStandsBehindWhatAskedForIt() {
        assertThat(print(out("Name? "), typed("Mert\n", false), out("Hello\n")))
                .isEqualTo("Name? Mert\nHello\n");
    }

    @Test
    void anInputThatWasThereFromTheBeginningIsMarkedAndHasItsOwnLines() {
        assertThat(print(typed("the cat", true), out("2"))).isEqualTo("› the cat\n2");
    }

    @Test
    void theEndOfTheInputAloneIsNotSeen() {
        assertThat(print(out("a"), typed("", true), out("b"))).isEqualTo("ab");
    }

    @Test
    void whatIsWrongLooksWrongAndKeepsItsOwnColours() {
        printer.print(new Printed(RunStream.STDERR, "\u001b[32mgreen"));
        assertThat(printer.print(out("plain")).getFirst().classes()).isEmpty();
        assertThat(printer.print(new Printed(RunStream.STDERR, "x")).getFirst().classes())
                .containsExactly("stderr", "ansi-2");
    }

    @Test
    void whatIsNotToBeSeenIsPointedOut() {
        assertThat(printer.print(out("a\u202eb\n\u0007")))
                .containsExactly(
                        new InkedText("a", List.of()),
                        new InkedText("\u202e", List.of("unseen")),
                        new InkedText("b\n", List.of()),
                        new InkedText("\u0007", List.of("unseen")));
    }

    @Test
    void aLongLineIsBrokenBetweenCharacters() {
        String printed = print(out("😀".repeat(1_500)), out("a".repeat(3_000)));
        assertThat(printed.replace("\n", "")).isEqualTo("😀".repeat(1_500) + "a".repeat(3_000));
        assertThat(printed.lines())
                .allSatisfy(line -> {
                    assertThat(line.length()).isLessThanOrEqualTo(Printer.LONGEST_LINE);
                    assertThat(Character.isLowSurrogate(line.charAt(0))).isFalse();
                });
    }

    private String print(RunPart... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> printer.print(part).stream())
                .map(InkedText::text)
                .collect(Collectors.joining());
    }

    private static Printed out(String text) {
        return new Printed(RunStream.STDOUT, text);
    }

    private static Typed typed(String text, boolean eof) {
        return new Typed(null, text, eof);
    }
}
