package dev.tandem.relay.coderun;

import dev.tandem.protocol.message.Runner.Offer;
import dev.tandem.relay.coderun.language.Language;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The languages and what is known of each: nothing yet, what can be offered, or that it is not
/// installed. Any thread.
final class Stock {
    /// One language, which is asked once.
    record Item(Language language, CompletableFuture<Optional<Offer>> answer) {}

    private final Map<String, Item> items = new LinkedHashMap<>();

    Stock(Collection<Language> languages) {
        languages.forEach(l -> items.put(l.id(), new Item(l, new CompletableFuture<>())));
    }

    Collection<Item> items() {
        return items.values();
    }

    /// Null if nobody knows how to run it.
    @Nullable Language language(String id) {
        Item item = items.get(id);
        return item == null ? null : item.language();
    }

    /// What has answered so far.
    List<Offer> offers() {
        return items.values().stream()
                .map(item -> item.answer().getNow(Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether a language can be run; waits for its answer if there is none yet.
    boolean isOffered(String id, Duration patience) {
        Item item = items.get(id);
        if (item == null) {
            return false;
        }
        try {
            return item.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS).isPresent();
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("answers do not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Whoever has not answered never will.
    void close() {
        items.values().forEach(item -> item.answer().complete(Optional.empty()));
    }
}
