package dev.tandem.relay.sessionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterTest {
    private final FaultySource faulty = new FaultySource(UUID.randomUUID().toString());
    private final AtomicInteger rollbacks = new AtomicInteger();
    private volatile boolean hasRoom = true;
    private Connection reader;
    private Writer writer;

    @BeforeEach
    void open() throws SQLException {
        reader = faulty.plain();
        Sql.update(reader, "CREATE TABLE number (n INTEGER PRIMARY KEY)");
        writer =
                new Writer(
                        faulty.source(),
                        Durability.PROCESS,
                        () -> hasRoom,
                        Upkeep.NONE,
                        new SimpleMeterRegistry().timer("commit"),
                        rollbacks::incrementAndGet);
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        reader.close();
    }

    @Test
    void whatIsWrittenIsCommittedWhenItsFutureCompletes() throws SQLException {
        assertThat(insert(1).join()).isEqualTo(1);
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void whatWaitsDuringACommitGoesTogetherIntoTheNext() throws SQLException {
        CountDownLatch release = holdTheWriter();
        List<CompletableFuture<Integer>> waiting =
                IntStream.range(0, 100).mapToObj(this::insert).toList();
        release.countDown();
        waiting.forEach(CompletableFuture::join);
        assertThat(faulty.commits).hasValue(2);
        assertThat(numbers()).hasSize(100);
    }

    @Test
    void aChangeThatFailsLeavesItsNeighboursAlone() throws SQLException {
        CountDownLatch release = holdTheWriter();
        CompletableFuture<Integer> before = insert(1);
        CompletableFuture<Integer> refused =
                writer.write(c -> {
                    Sql.update(c, "INSERT INTO number VALUES (2)");
                    throw new IllegalStateException("changed its mind");
                });
        CompletableFuture<Integer> twice = insert(1);
        CompletableFuture<Integer> after = insert(3);
        release.countDown();

        assertThat(before.join() + after.join()).isEqualTo(2);
        assertThatThrownBy(refused::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(twice::join).hasCauseInstanceOf(StorageFailure.class);
        assertThat(numbers()).containsExactly(1, 3);
        assertThat(rollbacks).hasValue(0);
    }

    @Test
    void aCommitThatFailsLosesTheWholeGroupAndLeavesNothing() throws SQLException {
        faulty.commitsFail = true;
        CountDownLatch release = holdTheWriter();
        List<CompletableFuture<Integer>> lost = List.of(insert(1), insert(2));
        release.countDown();
        for (CompletableFuture<Integer> change : lost) {
            assertThatThrownBy(change::join).hasCauseInstanceOf(StorageFailure.class);
        }
        assertThat(numbers()).isEmpty();
        assertThat(rollbacks).hasPositiveValue();

        faulty.commitsFail = false;
        insert(2).join();
        assertThat(numbers()).containsExactly(2);
    }

    @Test
    void aDatabaseThatIsGoneFailsWhatIsWrittenUntilItIsBack() throws SQLException {
        faulty.connectionsFail = true;
        assertThatThrownBy(insert(1)::join).hasCauseInstanceOf(StorageFailure.class);
        faulty.connectionsFail = false;
        insert(2).join();
        assertThat(numbers()).containsExactly(2);
    }

    @Test
    void aFullDiskTakesOnlyWhatMakesRoom() throws SQLException {
        insert(1).join();
        hasRoom = false;
        assertThatThrownBy(insert(2)::join)
                .hasCauseInstanceOf(StorageFailure.class)
                .hasMessageContaining("the disk is full");
        assertThat(writer.isFailing()).isTrue();
        writer.writeToMakeRoom(c -> Sql.update(c, "DELETE FROM number")).join();
        assertThat(writer.isFailing()).isTrue();
        assertThat(numbers()).isEmpty();

        hasRoom = true;
        insert(3).join();
        assertThat(writer.isFailing()).isFalse();
        assertThat(numbers()).containsExactly(3);
    }

    @Test
    void whatCanBeSeenIsSettledWhenItsGroupIs() throws SQLException {
        assertThat(writer.settled()).isCompleted();
        CountDownLatch release = holdTheWriter();
        CompletableFuture<?> settled = writer.settled();
        assertThat(settled).isNotDone();
        release.countDown();
        settled.join();

        faulty.commitsFail = true;
        assertThatThrownBy(insert(1)::join).hasCauseInstanceOf(StorageFailure.class);
        assertThatThrownBy(writer.settled()::join).hasCauseInstanceOf(StorageFailure.class);
        faulty.commitsFail = false;
        writer.settled().join();
        assertThat(writer.isFailing()).isTrue();
    }

    @Test
    void anErrorInOneChangeDoesNotStopTheWriter() throws SQLException {
        CompletableFuture<Integer> broken =
                writer.write(_ -> {
                    throw new StackOverflowError();
                });
        assertThatThrownBy(broken::join).hasCauseInstanceOf(StorageFailure.class);
        insert(1).join();
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void closingFinishesWhatWasBroughtAndTakesNothingMore() throws SQLException {
        CountDownLatch release = holdTheWriter();
        List<CompletableFuture<Integer>> brought =
                IntStream.range(0, 1000).mapToObj(this::insert).toList();
        release.countDown();
        writer.close();
        assertThat(brought).allMatch(CompletableFuture::isDone);
        assertThat(numbers()).hasSize(1000);
        assertThatThrownBy(insert(1000)::join).hasCauseInstanceOf(StorageFailure.class);
        assertThat(numbers()).hasSize(1000);
    }

    private CompletableFuture<Integer> insert(int number) {
        return writer.write(c -> Sql.update(c, "INSERT INTO number VALUES (?)", number));
    }

    /// Keeps the writer in a group of its own until it is released.
    private CountDownLatch holdTheWriter() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Integer> hold =
                writer.write(_ -> {
                    held.countDown();
                    await(release);
                    return 0;
                });
        assertThat(hold).isNotDone();
        await(held);
        return release;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> numbers() throws SQLException {
        return Sql.list(reader, "SELECT n FROM number ORDER BY n", row -> row.getInt(1));
    }
}
