package io.github.s3imageedit.testing.s3;

import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to listeners, one after another, on a thread of its own. */
final class EventFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("embedded-s3-events").factory());
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() << 20);

    EventSubscription add(Predicate<String> buckets, Consumer<String> listener) {
        Listener added = new Listener(buckets, listener);
        listeners.add(added);
        return () -> listeners.remove(added);
    }

    /** A new listener's first message, as a bucket's new notification has it. */
    EventSubscription addWithTest(String bucket, Consumer<String> listener) {
        EventSubscription subscription = add(bucket::equals, listener);
        thread.execute(() -> hand(listener, EventJson.test(bucket)));
        return subscription;
    }

    void tell(ObjectEvent event, S3Call call, S3ObjectMetadata object, Optional<String> version) {
        String json = new EventJson(event, call, object, version, sequence.incrementAndGet()).text();
        try {
            thread.execute(() -> deliver(call.bucket(), json));
        } catch (RejectedExecutionException closed) {
            LOG.debug("no event of s3://{}/{} after closing", call.bucket(), call.key());
        }
    }

    private void deliver(String bucket, String json) {
        for (Listener listener : listeners) {
            if (listener.buckets().test(bucket)) {
                hand(listener.consumer(), json);
            }
        }
    }

    private static void hand(Consumer<String> consumer, String json) {
        try {
            consumer.accept(json);
        } catch (RuntimeException failed) {
            LOG.warn("a listener failed; S3 would not notice either", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Who listens to which buckets. */
    private record Listener(Predicate<String> buckets, Consumer<String> consumer) {}
}
