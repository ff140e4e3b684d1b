package dev.tandem.protocol.replay;

import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.event.RoomEvent.CodeUpdate;
import dev.tandem.protocol.id.CommandId;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.Seq;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextOperation.Delete;
import dev.tandem.protocol.text.TextOperation.Insert;
import dev.tandem.protocol.text.TextOperation.Keep;
import dev.tandem.protocol.text.TextOperation.Part;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/// A log that needs little memory. An edit at one place of a text, which nearly every event of a
/// long session is, takes a row of a few numbers, a seventh of its objects; it is made anew
/// whenever it is asked for. What is no such edit is kept as it is.
///
/// Unmodifiable, and equal to any list of the same events. Safe for any thread.
public final class CompactLog extends AbstractList<LoggedEvent> implements RandomAccess {
    private static final int SEQ = 0;
    private static final int AT = 1;
    private static final int BY = 2;
    private static final int ID = 3;
    private static final int DOC = 4;
    private static final int REVISION = 5;
    private static final int KEPT = 6;
    private static final int INSERTED = 7;
    private static final int DELETED = 8;
    private static final int REST = 9;
    private static final int TEXT = 10;
    private static final int COLUMNS = 11;

    /// In place of a row's seq, for an event that is kept as it is.
    private static final int WHOLE = -1;

    private static final int NOBODY = -1;
    private static final int NO_ID = 0; // they begin at 1

    private final int size;
    private final int[] rows;
    private final long begin;
    private final List<LoggedEvent> whole;
    private final List<ParticipantId> people;
    private final List<DocumentId> documents;
    private final String texts;

    private CompactLog(Builder builder) {
        size = builder.size;
        rows = Arrays.copyOf(builder.rows, size * COLUMNS);
        begin = builder.begin;
        whole = List.copyOf(builder.whole);
        people = List.copyOf(builder.people.keySet());
        documents = List.copyOf(builder.documents.keySet());
        texts = builder.texts.toString();
    }

    /// The same events; `log` itself if it is one already.
    public static CompactLog of(List<LoggedEvent> log) {
        if (log instanceof CompactLog compact) {
            return compact;
        }
        Builder builder = new Builder();
        log.forEach(builder::add);
        return builder.build();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public LoggedEvent get(int index) {
        int row = Objects.checkIndex(index, size) * COLUMNS;
        return rows[row + SEQ] == WHOLE ? whole.get(rows[row + TEXT]) : edit(row);
    }

    private LoggedEvent edit(int row) {
        int by = rows[row + BY];
        int id = rows[row + ID];
        int text = rows[row + TEXT];
        int inserted = rows[row + INSERTED];
        int deleted = rows[row + DELETED];
        int behind = text + inserted;
        TextOperation operation =
                new TextOperation.Builder()
                        .keep(rows[row + KEPT])
                        .insert(texts.substring(text, behind))
                        .delete(deleted)
                        .keep(rows[row + REST])
                        .build();
        return new LoggedEvent(
                new Seq(rows[row + SEQ]),
                begin + rows[row + AT],
                by == NOBODY ? null : people.get(by),
                id == NO_ID ? null : new CommandId(id),
                new CodeUpdate(
                        documents.get(rows[row + DOC]),
                        new Revision(rows[row + REVISION]),
                        operation,
                        deleted == 0
                                ? List.of()
                                : List.of(texts.substring(behind, behind + deleted))));
    }

    /// Takes in a log event by event. For one thread.
    public static final class Builder {
        private final List<LoggedEvent> whole = new ArrayList<>();
        private final Map<ParticipantId, Integer> people = new LinkedHashMap<>();
        private final Map<DocumentId, Integer> documents = new LinkedHashMap<>();
        private final StringBuilder texts = new StringBuilder();
        private int[] rows = new int[COLUMNS * 1_024];
        private int size;
        private long begin;

        public Builder() {}

        public Builder add(LoggedEvent event) {
            if ((size + 1) * COLUMNS > rows.length) {
                rows = Arrays.copyOf(rows, rows.length + rows.length / 2);
            }
            begin = size == 0 ? event.at() : begin;
            if (!addEdit(event)) {
                rows[size * COLUMNS + SEQ] = WHOLE;
                rows[size * COLUMNS + TEXT] = whole.size();
                whole.add(event);
            }
            size++;
            return this;
        }

        public CompactLog build() {
            return new CompactLog(this);
        }

        /// Adds it as a row, if it can be one.
        private boolean addEdit(LoggedEvent event) {
            long id = event.id() == null ? NO_ID : event.id().value();
            if (!(event.event() instanceof CodeUpdate update)
                    || update.deleted() == null
                    || update.undoOf() != null
                    || !isSmall(id)
                    || !isSmall(event.seq().value())
                    || !isSmall(event.at() - begin)) {
                return false;
            }
            int row = size * COLUMNS;
            int text = texts.length();
            if (!addParts(row, update.operation(), update.deleted())) {
                texts.setLength(text);
                return false;
            }
            rows[row + SEQ] = (int) event.seq().value();
            rows[row + AT] = (int) (event.at() - begin);
            rows[row + BY] = event.by() == null ? NOBODY : number(people, event.by());
            rows[row + ID] = (int) id;
            rows[row + DOC] = number(documents, update.doc());
            rows[row + REVISION] = update.revision().value();
            rows[row + TEXT] = text;
            return true;
        }

        /// The parts in the order keep, insert, delete, keep, of which each may be missing.
        private boolean addParts(int row, TextOperation operation, List<String> deleted) {
            List<Part> parts = operation.parts();
            int next = 0;
            Arrays.fill(rows, row + KEPT, row + TEXT, 0);
            if (next < parts.size() && parts.get(next) instanceof Keep(int length)) {
                rows[row + KEPT] = length;
                next++;
            }
            if (next < parts.size() && parts.get(next) instanceof Insert(String text)) {
                rows[row + INSERTED] = text.length();
                texts.append(text);
                next++;
            }
            if (next < parts.size() && parts.get(next) instanceof Delete(int length)) {
                rows[row + DELETED] = length;
                next++;
            }
            if (next < parts.size() && parts.get(next) instanceof Keep(int length)) {
                rows[row + REST] = length;
                next++;
            }
            deleted.forEach(texts::append);
            return next == parts.size() && fits(deleted, rows[row + DELETED]);
        }

        private static boolean fits(List<String> deleted, int length) {
            return length == 0
                    ? deleted.isEmpty()
                    : deleted.size() == 1 && deleted.getFirst().length() == length;
        }

        private static boolean isSmall(long number) {
            return number >= 0 && number <= Integer.MAX_VALUE;
        }

        private static <T> int number(Map<T, Integer> numbers, T value) {
            return numbers.computeIfAbsent(value, _ -> numbers.size());
        }
    }
}
