package dev.tandem.protocol.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text as an immutable value that is as quick to edit as a gap buffer.
///
/// A text that was never changed is the string it was made from. The newest of the texts that were
/// made from one another has the buffer. An older one knows only the change that led away from it,
/// and makes itself a buffer of its own when it is read again; so an old text costs the changes
/// since until it is let go, and a newer one never keeps an older. (This is the persistent array of
/// H. G. Baker, "Shallow binding makes functional arrays fast", 1991, over a gap buffer.)
///
/// Safe for any thread. Equal to every other `Text` with the same content; comparing costs the
/// length of the text.
public final class Text implements CharSequence {

    private sealed interface State {}

    private record Still(String text) implements State {}

    private record Newest(TextBuffer buffer) implements State {}

    private record Older(Text newer, TextChange change) implements State {}

    // One lock for all texts that were made from one another, since they share buffers.
    private final Object lock;
    private final int length;
    private State state;

    private Text(Object lock, int length, State state) {
        this.lock = lock;
        this.length = length;
        this.state = state;
    }

    public static Text of(String text) {
        return new Text(new Object(), text.length(), new Still(text));
    }

    /// The text after `operation`.
    ///
    /// @throws IllegalArgumentException if the operation is for a text of another length
    public Text apply(TextOperation operation) {
        synchronized (lock) {
            TextBuffer buffer = buffer();
            List<String> deleted = buffer.apply(operation);
            Text newer = new Text(lock, buffer.length(), new Newest(buffer));
            state = new Older(newer, new TextChange(operation, deleted));
            return newer;
        }
    }

    /// `operation` together with the texts that it deletes here.
    ///
    /// @throws IllegalArgumentException if the operation is for a text of another length
    public TextChange changeOf(TextOperation operation) {
        synchronized (lock) {
            return TextChange.of(operation, content());
        }
    }

    /// The texts that `operation` deletes here, in order.
    ///
    /// @throws IllegalArgumentException if the operation is for a text of another length
    public List<String> deletedBy(TextOperation operation) {
        return changeOf(operation).deleted();
    }

    /// The first 16 hexadecimal digits, in lower case, of SHA-256 over the text in UTF-8.
    public String hash() {
        byte[] utf8 = toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(utf8), 0, 8);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        synchronized (lock) {
            return content().charAt(index);
        }
    }

    @Override
    public String subSequence(int start, int end) {
        synchronized (lock) {
            return content().subSequence(start, end).toString();
        }
    }

    @Override
    public String toString() {
        return subSequence(0, length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Text that
                        && length == that.length
                        && toString().equals(that.toString()));
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    // Under the lock.
    private CharSequence content() {
        return state instanceof Still(String text) ? text : buffer();
    }

    // Under the lock.
    private TextBuffer buffer() {
        if (state instanceof Newest(TextBuffer buffer)) {
            return buffer;
        }
        TextBuffer own = state instanceof Still(String text) ? new TextBuffer(text) : rebuilt();
        state = new Newest(own);
        return own;
    }

    private TextBuffer rebuilt() {
        Deque<TextChange> since = new ArrayDeque<>();
        Text text = this;
        while (text.state instanceof Older(Text newer, TextChange change)) {
            since.push(change);
            text = newer;
        }
        TextBuffer own = text.buffer().copy();
        since.forEach(change -> own.apply(change.invert().operation()));
        return own;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
