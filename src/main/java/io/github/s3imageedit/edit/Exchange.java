package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.Closer;

/** One request and its answer, bounded in time as a whole. */
final class Exchange {
    private final CloseableHttpClient client;
    private final Watchdog watchdog;

    Exchange(CloseableHttpClient client, Watchdog watchdog) {
        this.client = client;
        this.watchdog = watchdog;
    }

    /** Reads an answer, whole or only as far as it is of use. */
    @FunctionalInterface
    interface Answer<T> {
        T read(ClassicHttpResponse response, TimeLimit limit) throws IOException;
    }

    <T> T run(HttpUriRequestBase request, Deadline deadline, Answer<T> answer) throws IOException {
        try (TimeLimit limit = new TimeLimit(watchdog, deadline, request::cancel)) {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            try {
                return answer.read(response, limit);
            } finally {
                // Closing alone would first read what is left, which may have no end. A connection whose answer was
                // read to the end has gone back to the pool by now and is not touched.
                request.cancel();
                Closer.closeQuietly(response);
            }
        }
    }
}
