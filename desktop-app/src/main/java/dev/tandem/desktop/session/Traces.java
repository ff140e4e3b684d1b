package dev.tandem.desktop.session;

import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.sync.RoomClient;
import dev.tandem.protocol.text.DocumentHistory;
import dev.tandem.protocol.text.Origins;
import dev.tandem.protocol.text.Text;
import dev.tandem.protocol.text.TextOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What is left of changes in the text of the main document as one sees it. It costs nothing until
/// somebody asks, and then it is found elsewhere, since after a long session it takes longer than a
/// key may wait. FX thread.
final class Traces {
    private int era;

    /// In what was confirmed when somebody last asked.
    private @Nullable Origins known;

    /// The history begins anew.
    void forget() {
        era++;
        known = null;
    }

    /// @param then hears of each change, by its first revision, in which line the first thing is
    ///   that is left of it; 0 where nothing is
    void find(RoomClient client, List<Change> changes, Consumer<Map<Integer, Integer>> then) {
        int asked = era;
        Origins from = known;
        DocumentHistory confirmed = client.confirmedHistory(DocumentId.MAIN);
        DocumentHistory visible = client.history(DocumentId.MAIN);
        Text text = client.text(DocumentId.MAIN);
        Thread.ofVirtual()
                .start(() -> {
                    Origins found = Origins.of(confirmed, from);
                    var lines = lines(Origins.of(visible, found), changes, text.toString());
                    Platform.runLater(() -> {
                        known = asked == era ? found : known;
                        then.accept(lines);
                    });
                });
    }

    /// What takes a change back in the visible text. What was found before saves nearly all of it.
    TextOperation revert(RoomClient client, Change change) {
        Origins visible = Origins.of(client.history(DocumentId.MAIN), known);
        return visible.knows(change.first())
                ? visible.revert(change.first(), change.last())
                : TextOperation.identity(client.text(DocumentId.MAIN).length());
    }

    private static Map<Integer, Integer> lines(Origins origins, List<Change> changes, String text) {
        Map<Integer, Integer> lines = new HashMap<>();
        for (Change change : changes) {
            int place =
                    origins.knows(change.first())
                            ? origins.placeOf(change.first(), change.last())
                            : -1;
            lines.put(change.first(), place < 0 ? 0 : lineAt(place, text));
        }
        return lines;
    }

    private static int lineAt(int place, String text) {
        int line = 1;
        for (int at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return line;
    }
}
