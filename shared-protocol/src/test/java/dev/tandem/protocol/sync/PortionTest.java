package dev.tandem.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.message.ClientMessage.Command;
import dev.tandem.protocol.room.Limits;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextRules;
import dev.tandem.protocol.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortionTest {

    @Test
    void anUsualOperationIsOnePortion() {
        TextOperation paste = TextOperation.replace(9, 3, 5, "x".repeat(100_000));
        assertThat(Portion.of(paste)).isEqualTo(new Portion(paste, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "漢", "😀", "😀x", "\u0001"})
    void aLongTextGoesInPortionsThatEachFitAMessageAndAreTogetherTheSame(String character) {
        String text = character.repeat(Limits.DOCUMENT_LENGTH / character.length() - 9);
        TextOperation paste = TextOperation.replace(9, 3, 5, text);
        List<TextOperation> portions = portions(paste);
        assertThat(portions.size()).isBetween(4, 5);
        assertThat(TextOperation.composeAll(portions)).isEqualTo(paste);
        assertThat(portions).allSatisfy(PortionTest::fitsAMessage);
        assertThat(portions.getFirst().apply("123456789"))
                .satisfies(t -> assertThat(TextRules.indexOfLoneSurrogate(t)).isNegative());
    }

    @Test
    void soDoesAnOperationOfVeryManyParts() {
        var everywhere = new TextOperation.Builder();
        for (int i = 0; i < 100_000; i++) {
            everywhere.insert("\t").delete(2).keep(1);
        }
        TextOperation indent = everywhere.build();
        List<TextOperation> portions = portions(indent);
        assertThat(portions).hasSizeGreaterThan(2);
        assertThat(TextOperation.composeAll(portions)).isEqualTo(indent);
        assertThat(portions).allSatisfy(PortionTest::fitsAMessage);
    }

    private static List<TextOperation> portions(TextOperation operation) {
        List<TextOperation> portions = new ArrayList<>();
        TextOperation rest = operation;
        while (rest != null) {
            Portion portion = Portion.of(rest);
            portions.add(portion.first());
            rest = portion.rest();
        }
        return portions;
    }

    private static void fitsAMessage(TextOperation portion) {
        Intent edit = new Intent.CodeUpdate(DocumentId.MAIN, new Revision(999_999), portion);
        String json = MessageCodec.write(new Command(new CommandId(CommandId.LARGEST), edit));
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Limits.MESSAGE_BYTES);
    }
}
