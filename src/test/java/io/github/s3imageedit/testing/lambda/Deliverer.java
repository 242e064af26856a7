package io.github.s3imageedit.testing.lambda;

import io.github.s3imageedit.trigger.EditHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** A main program: hands one event to the handler many times, on many threads, and prints how each delivery ended. */
public final class Deliverer {
    static final String READY = "deliverer is ready";
    static final String RESULT = "deliverer got ";

    private static final Duration TIME_LEFT = Duration.ofSeconds(90);

    private final EditHandler handler = new EditHandler();
    private final byte[] event;

    private Deliverer() throws IOException {
        System.out.println(READY);
        this.event = System.in.readAllBytes();
    }

    /**
     * How much is delivered.
     *
     * @param threads so many deliveries at a time
     * @param longestDelay each delivery waits up to so long first
     */
    public record Load(int deliveries, int threads, Duration longestDelay) {
        String[] arguments() {
            return new String[] {
                Integer.toString(deliveries), Integer.toString(threads), Long.toString(longestDelay.toMillis())
            };
        }

        private static Load of(String[] arguments) {
            return new Load(
                    Integer.parseInt(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Duration.ofMillis(Long.parseLong(arguments[2])));
        }
    }

    /** The load as arguments, the event on standard input once it is time. */
    public static void main(String[] arguments) throws IOException {
        new Deliverer().deliverAll(Load.of(arguments));
    }

    private void deliverAll(Load load) {
        try (ExecutorService threads = Executors.newFixedThreadPool(load.threads())) {
            for (int delivery = 0; delivery < load.deliveries(); delivery++) {
                threads.execute(() -> {
                    pause(ThreadLocalRandom.current()
                            .nextLong(load.longestDelay().toMillis()));
                    System.out.println(RESULT + deliver());
                });
            }
        }
    }

    private String deliver() {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), reply, LocalContext.with(TIME_LEFT));
            return reply.toString(StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException failure) {
            return failure.toString().replaceAll("\\s+", " ");
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
