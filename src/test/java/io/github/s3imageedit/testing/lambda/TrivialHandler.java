package io.github.s3imageedit.testing.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Does what its event says, so that the Runtime API can be tried. */
public final class TrivialHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        String wish = new String(event.readAllBytes(), UTF_8).replace("\"", "");
        switch (wish) {
            case "throw" -> throw new IllegalStateException("as wished");
            case "sleep" -> sleep();
            case "exit" -> Runtime.getRuntime().halt(3);
            default -> answer(wish, reply, context);
        }
    }

    private static void answer(String wish, OutputStream reply, Context context) throws IOException {
        System.out.println("heard " + wish);
        String seen = wish + " " + System.getenv("GREETING") + " "
                + (context.getRemainingTimeInMillis() > 0 ? "in time" : "late");
        reply.write(("\"" + seen + "\"").getBytes(UTF_8));
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMinutes(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
