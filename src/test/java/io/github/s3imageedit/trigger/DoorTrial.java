package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.image.ContentChangedException;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.EditCrew;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One event, whatever it is, at one door: which ends are allowed, and what must not be done on the way to them. */
final class DoorTrial {
    /** All that there are. */
    enum Door {
        QUEUE,
        EVENT_BRIDGE,
        NOTIFICATION,
        BATCH,
        EDIT;

        /** The one for what an event, broken or not, looks like. */
        static Door of(byte[] event) {
            String text = new String(event, ISO_8859_1);
            if (text.contains("aws:sqs")) {
                return QUEUE;
            }
            if (text.contains("invocationSchemaVersion")) {
                return BATCH;
            }
            return text.contains("detail-type") ? EVENT_BRIDGE : NOTIFICATION;
        }
    }

    /** How it ended. */
    enum End {
        REPLIED,
        UNKNOWN,
        HANDED_BACK
    }

    /**
     * What a trial came to.
     *
     * @param objects those that were looked at
     */
    record Result(End end, int objects) {}

    private final LookingStore store = new LookingStore(DoorTrial::find);
    private final EditCrew crew = store.crew(50, this::onThread);
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> onThreads = new ConcurrentLinkedQueue<>();

    /** Everything is there and asks for nothing, unless its name says otherwise. */
    private static Optional<Upload> find(UploadEvent event) {
        return switch (event.object().key()) {
            case "busy.png" -> throw new ContentChangedException("s3://inbox/a-part-of-it.png");
            case "asking.png" -> throw new AssertionError("nothing is to be edited");
            default -> LookingStore.untagged(event);
        };
    }

    /**
     * Tries an event.
     *
     * @throws AssertionError if anything happens that must not happen; no other may be tried then
     */
    Result run(byte[] event, Door door) {
        try {
            return at(door, event);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(door + " lets out " + e, e);
        }
    }

    private Result at(Door door, byte[] event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        store.forget();
        End end = end(door, event, reply);
        awaitThreads();
        onThreads.forEach(trouble -> {
            throw new AssertionError(door + ": on a thread of the crew: " + trouble, trouble);
        });
        List<ObjectRef> objects = store.objects();
        if (!objects.isEmpty() || end == End.REPLIED) {
            EventTexts texts = new EventTexts(event);
            for (ObjectRef object : objects) {
                assertThat(texts.name(object))
                        .as("%s: %s is named", door, object)
                        .isTrue();
            }
            if (end == End.REPLIED) {
                new ReplyForm(door, texts).check(reply.toByteArray());
            }
        }
        return new Result(end, objects.size());
    }

    private End end(Door door, byte[] event, OutputStream reply) throws IOException {
        try {
            handler(door).handleRequest(new ByteArrayInputStream(event), reply, new FixedContext());
            return End.REPLIED;
        } catch (UnknownEventException e) {
            assertThat(store.objects())
                    .as("looked at for an event that is refused")
                    .isEmpty();
            return End.UNKNOWN;
        } catch (HandedBackException e) {
            return End.HANDED_BACK;
        }
    }

    private RequestStreamHandler handler(Door door) {
        return switch (door) {
            case QUEUE -> new QueueHandler(crew, (queue, delays, patience) -> {});
            case EVENT_BRIDGE -> new EventBridgeHandler(crew);
            case NOTIFICATION -> new S3NotificationHandler(crew);
            case BATCH -> new S3BatchHandler(crew);
            case EDIT -> new EditHandler(crew, (queue, delays, patience) -> {});
        };
    }

    /** The crew survives an error here, but this test must not. */
    private void onThread(Runnable work) {
        threads.add(Thread.ofVirtual()
                .uncaughtExceptionHandler((thread, trouble) -> onThreads.add(trouble))
                .start(work));
    }

    private void awaitThreads() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
            threads.clear();
        } catch (InterruptedException e) {
            throw new AssertionError("a thread of the crew goes on", e);
        }
    }
}
