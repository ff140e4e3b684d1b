package dev.tandem.relay.room;

import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent;
import dev.tandem.protocol.intent.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How fast each participant may say what is limited, whatever connections they come by: a new one
/// brings no new burst, and two people behind one address do not share anything. Any thread.
final class Paces {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SWEEP_FROM = 1_000;

    private final Map<ParticipantId, Pace> paces = new ConcurrentHashMap<>();
    private final RoomSettings settings;
    private final TimeMeter time;
    private volatile int sweepAt = SWEEP_FROM;

    Paces(RoomSettings settings, RoomTime time) {
        this.settings = settings;
        this.time =
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return time.nanos();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                };
    }

    private record Pace(Bucket chat, Bucket runs, Bucket passing) {
        boolean isRested(RoomSettings settings) {
            return chat.getAvailableTokens() == settings.chatBurst()
                    && runs.getAvailableTokens() == settings.runBurst()
                    && passing.getAvailableTokens() == settings.passingPerSecond();
        }
    }

    /// Why this is too much at a time, if it is.
    @Nullable Refusal whyHasty(ParticipantId who, Intent intent) {
        return switch (intent) {
            case Intent.ChatMessage _ -> take(of(who).chat(), "messages");
            case Intent.RunCode _ -> take(of(who).runs(), "runs");
            case Intent _ -> null;
        };
    }

    private static @Nullable Refusal take(Bucket bucket, String what) {
        long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        return nanos == 0
                ? null
                : new Refusal(
                        ErrorCode.RATE_LIMITED,
                        "These are many %s at a time; try again in a moment.".formatted(what),
                        Map.of("retryAfterMs", Math.ceilDiv(nanos, 1_000_000)));
    }

    /// Whether one more passing message may go on, which then counts.
    boolean mayPass(ParticipantId who) {
        return of(who).passing().tryConsume(1);
    }

    /// How many there is something to remember of.
    int remembered() {
        return paces.size();
    }

    private Pace of(ParticipantId who) {
        if (paces.size() > sweepAt) {
            paces.values().removeIf(pace -> pace.isRested(settings));
            sweepAt = Math.max(SWEEP_FROM, 2 * paces.size());
        }
        return paces.computeIfAbsent(
                who,
                _ ->
                        new Pace(
                                bucket(settings.chatPerSecond(), settings.chatBurst()),
                                bucket(settings.runsPerSecond(), settings.runBurst()),
                                bucket(settings.passingPerSecond(), settings.passingPerSecond())));
    }

    private Bucket bucket(int perSecond, int burst) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, SECOND))
                .withCustomTimePrecision(time)
                .build();
    }
}
