package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.FetchedResult.Failed;
import io.github.s3imageedit.edit.FetchedResult.Refused;
import io.github.s3imageedit.testing.endpoint.FetchFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where fetching a result ends: sizes, deadlines, forbidden addresses. */
final class ResultBoundsTest extends WithResult {
    @Test
    void refusesOneByteMoreThanAllowed() throws IOException {
        assertFetched(fetcher(PICTURE.length).fetch(link, in(AMPLE)));
        assertRefused(fetcher(PICTURE.length - 1).fetch(link, in(AMPLE)), "result_too_large");
    }

    @Test
    void endsAtTheDeadlineOfASilence() {
        endpoint.scriptFetches(FetchFault.delay(Duration.ofMinutes(10)));
        long start = System.nanoTime();

        assertThat(fetcher(MAX_BYTES).fetch(link, in(millis(500)))).isInstanceOf(Failed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(millis(450), Duration.ofSeconds(5));
    }

    @Test
    void endsAtTheDeadlineOfABodyWithoutEnd() {
        endpoint.scriptFetches(FetchFault.endless());

        assertThat(fetcher(Long.MAX_VALUE / 2).fetch(link, in(millis(300)))).isInstanceOf(Failed.class);
    }

    @Test
    void waitsForNoAttemptThatComesTooLate() {
        endpoint.scriptFetches(FetchFault.status(503), FetchFault.status(503), FetchFault.status(503));

        assertThat(fetcher(MAX_BYTES).fetch(link, in(millis(400)))).isInstanceOf(Failed.class);
        assertThat(pauses.pauses()).doesNotContain(millis(500));
    }

    /** By a name that first has a public address and then a private one, or several. */
    @Test
    void connectsToNoPrivateAddressOfAnAllowedName() {
        Names names = new Names()
                .with("api.lumenfall.ai", "104.18.1.1")
                .with("media.lumenfall.ai", "127.0.0.1")
                .with("cdn.example", "104.18.2.2 127.0.0.1");
        ResultFetcher fetcher = fetcher("https://api.lumenfall.ai/openai/v1", MAX_BYTES, names);

        for (String host : List.of("media.lumenfall.ai", "cdn.example")) {
            FetchedResult result = fetcher.fetch("https://" + host + ":" + endpoint.port() + "/1.png", in(AMPLE));
            assertRefused(result, "result_not_allowed");
            assertThat(((Refused) result).reason()).contains(host).doesNotContain("1.png");
        }
        assertThat(pauses.pauses()).isEmpty();
    }

    @Test
    void triesAgainWhereANameIsNotFound() {
        assertThat(fetcher("https://api.lumenfall.ai/openai/v1", MAX_BYTES, new Names())
                        .fetch("https://media.lumenfall.ai/1.png", in(AMPLE)))
                .isInstanceOf(Failed.class);
        assertThat(pauses.pauses()).hasSize(5);
    }
}
