package io.github.s3imageedit.testing.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** Ends connections in the middle of an exchange, or keeps them waiting. */
final class Connections {
    private Connections() {}

    static void cut(HttpServletRequest request) {
        if (request.getAttribute(RawPathAdapter.CONNECTION) instanceof Runnable cut) {
            cut.run();
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
