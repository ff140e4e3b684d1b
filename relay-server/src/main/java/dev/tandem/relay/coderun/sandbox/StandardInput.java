package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// A program's standard input. A program that never reads holds up nobody but the virtual thread
/// that writes. Any thread.
final class StandardInput {
    /// Bytes of all the input of one program.
    static final long MOST = 1 << 20;

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong left = new AtomicLong(MOST);
    private final OutputStream pipe;
    private volatile boolean open = true;

    StandardInput(OutputStream pipe) {
        this.pipe = pipe;
        Thread.ofVirtual().name("run-input").start(this::write);
    }

    /// Of more than [#MOST] bytes in all the rest is left out, as is what comes after the end.
    void write(byte[] bytes) {
        if (open && bytes.length > 0 && left.addAndGet(-bytes.length) >= 0) {
            waiting.add(bytes);
        }
    }

    /// Nothing follows.
    void end() {
        open = false;
        waiting.add(END);
    }

    /// Whether somebody can still type.
    boolean isOpen() {
        return open;
    }

    private void write() {
        try (pipe) {
            for (byte[] next = waiting.take(); next.length > 0; next = waiting.take()) {
                pipe.write(next);
                pipe.flush();
            }
        } catch (IOException e) {
            // The program does not read any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open = false;
        }
    }
}
