package dev.tandem.relay.coderun.sandbox;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that starts sandboxes. A sandbox dies with the *thread* that started it
/// (`--die-with-parent`), so that must be one that stays. It leaves the processors to others, and
/// so does all that it starts. Any thread.
final class Spawner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spawner.class);
    private static final int NICE = 10;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work ->
                    Thread.ofPlatform()
                            .daemon()
                            .name("sandbox-spawner")
                            .unstarted(() -> {
                                leaveToOthers();
                                work.run();
                            }));

    private static void leaveToOthers() {
        if (!Niceness.set(NICE)) {
            LOG.warn("Programs run as if they were as important as the relay.");
        }
    }

    /// @throws IOException if it cannot be started, or this is closed
    Process start(ProcessBuilder builder) throws IOException, InterruptedException {
        try {
            return thread.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (RejectedExecutionException e) {
            throw new IOException("the sandbox is closed", e);
        }
    }

    /// Ends all sandboxes that are left.
    @Override
    public void close() {
        thread.shutdown();
    }
}
