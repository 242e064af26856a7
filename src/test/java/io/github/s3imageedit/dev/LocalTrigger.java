package io.github.s3imageedit.dev;

import io.github.s3imageedit.testing.lambda.LocalContext;
import io.github.s3imageedit.trigger.EditHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Calls the handler for every event of the embedded S3, each on a thread of its own, as Lambda would. */
final class LocalTrigger implements Consumer<String> {
    private static final Duration LAMBDA_TIMEOUT = Duration.ofMinutes(8);

    private final EditHandler handler;
    private final Runnable afterwards;
    private final CountDownLatch first = new CountDownLatch(1);

    LocalTrigger(EditHandler handler, Runnable afterwards) {
        this.handler = handler;
        this.afterwards = afterwards;
    }

    @Override
    public void accept(String event) {
        Thread.ofVirtual().name("invocation").start(() -> invoke(event));
    }

    private void invoke(String event) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    reply,
                    LocalContext.with(LAMBDA_TIMEOUT));
        } catch (IOException | RuntimeException handedBack) {
            System.out.println("The function failed; Lambda would try again in a minute: " + handedBack.getMessage());
        }
        if (event.contains("\"Records\"")) {
            afterwards.run();
            first.countDown();
        }
    }

    void awaitFirst() throws InterruptedException {
        first.await();
    }
}
