package dev.tandem.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.StillRoom;
import dev.tandem.desktop.fx.Fx;
import dev.tandem.desktop.fx.OnStage;
import dev.tandem.desktop.session.ChatLine;
import dev.tandem.desktop.session.ChatLine.Delivery;
import dev.tandem.desktop.session.ChatLine.Message;
import dev.tandem.desktop.session.ChatLine.Notice;
import dev.tandem.protocol.role.Role;
import dev.tandem.protocol.room.Participant;
import dev.tandem.protocol.room.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class ChatRowsTest {
    private static final double HEIGHT = 400;

    private final StillRoom room = new StillRoom();
    private final Participant ada = room.comes("Ada", Role.INTERVIEWER, Presence.CONNECTED);
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    /// However the chat changes, the rows are its last lines, each as a new one would be.
    @Test
    void theRowsAreTheLastLines() {
        for (long seed = 1; seed <= 30; seed++) {
            long now = seed;
            Fx.run(() -> changeAndLook(now));
        }
    }

    private void changeAndLook(long seed) {
        Random random = new Random(seed);
        room.chat.clear();
        ChatRows rows = new ChatRows(room);
        for (int i = 0; i < 60; i++) {
            change(random);
            rows.refresh(random.nextInt(4) > 0);
            List<String> words = rows.getChildren().stream().map(ChatRowsTest::words).toList();
            assertThat(words)
                    .as("after change %d of seed %d", i, seed)
                    .hasSizeGreaterThanOrEqualTo(Math.min(10, room.chat().size()))
                    .isEqualTo(lastWords(words.size()));
        }
    }

    private void change(Random random) {
        List<ChatLine> lines = room.chat;
        switch (random.nextInt(5)) {
            case 0 -> lines.addAll(lines(random, lines.size(), random.nextInt(150)));
            case 1 -> room.chat.remove(random.nextInt(lines.size() + 1), lines.size());
            case 2 -> lines.addAll(random.nextInt(lines.size() + 1), lines(random, 1_000, 1));
            case 3 -> lines.replaceAll(line -> line instanceof Message m ? confirmed(m) : line);
            default -> lines.addAll(lines(random, lines.size(), 1));
        }
    }

    private List<ChatLine> lines(Random random, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> line(random, i)).toList();
    }

    private ChatLine line(Random random, int number) {
        return random.nextInt(3) == 0
                ? new Notice(number, "Mert joined " + number)
                : new Message(
                        number,
                        ada.participantId(),
                        "Message " + number,
                        Delivery.values()[random.nextInt(Delivery.values().length)]);
    }

    private static Message confirmed(Message message) {
        return new Message(message.at(), message.by(), message.text(), Delivery.CONFIRMED);
    }

    private List<String> lastWords(int count) {
        return room.chat.subList(room.chat.size() - count, room.chat.size()).stream()
                .map(line -> words(ChatRow.of(line, room).node()))
                .toList();
    }

    private static String words(Node row) {
        List<String> words = new ArrayList<>(row.getStyleClass());
        if (row instanceof Label label) {
            words.add(label.getText());
        }
        if (row instanceof Pane pane) {
            pane.getChildren().forEach(child -> words.add(words(child)));
        }
        return String.join(" ", words);
    }

    /// Of a long chat there is what is looked at, and all of it for whoever scrolls up.
    @Test
    void whoScrollsUpFindsAllThatWasSaid() {
        Fx.run(() -> {
            room.chat.addAll(lines(new Random(1), 0, 300));
            stage.setScene(new Scene(ChatPane.toRead(room), 300, HEIGHT));
            stage.show();
        });
        ChatRows rows = Fx.call(() -> (ChatRows) stage.getScene().lookup("#chat-lines"));
        ScrollPane scroll = Fx.call(() -> (ScrollPane) stage.getScene().lookup(".side-pane"));
        Fx.waitUntil(() -> scroll.getVvalue() == 1 && rows.getHeight() > HEIGHT);
        assertThat(Fx.call(() -> rows.getChildren().size())).isLessThan(100);

        int before = Fx.call(() -> rows.getChildren().size());
        double[] top = new double[1];
        Node read =
                Fx.call(() -> {
                    scroll.setVvalue(0.1);
                    Node third = rows.getChildren().get(2);
                    top[0] = top(third);
                    return third;
                });
        Fx.waitUntil(() -> rows.getChildren().size() > before);
        Fx.waitForFrames();
        assertThat(Fx.call(() -> top(read))).isCloseTo(top[0], Offset.offset(1.0));

        Fx.waitUntil(() -> {
            scroll.setVvalue(0);
            return rows.getChildren().size() == 300;
        });
        Fx.waitForFrames();
        Fx.run(() -> scroll.setVvalue(1));
        Fx.waitForFrames();
        Fx.run(() -> room.chat.addAll(lines(new Random(2), 300, 1)));
        assertThat(Fx.call(() -> rows.getChildren().size())).isLessThan(100);
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }
}
