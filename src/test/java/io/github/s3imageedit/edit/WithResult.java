package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.edit.EditReply.Answered;
import io.github.s3imageedit.edit.FetchedResult.Fetched;
import io.github.s3imageedit.edit.FetchedResult.Refused;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A result that lies ready on the stand-in, and its link. */
abstract class WithResult extends WithStandIn {
    static final byte[] PICTURE = Samples.png(300, 200);
    static final long MAX_BYTES = 1_000_000;

    @TempDir
    Path shelf;

    final ManualClock pauses = new ManualClock();
    String link = "";

    @BeforeEach
    void layReady() throws IOException {
        endpoint.results(Files.write(shelf.resolve("result.png"), PICTURE));
        link = ((Answered) call(Requests.edit())).pictures().getFirst().link().orElseThrow();
    }

    FetchedResult fetch() {
        return fetcher(MAX_BYTES).fetch(link, in(AMPLE));
    }

    ResultFetcher fetcher(long maxBytes) {
        return fetcher(endpoint.baseUrl(), maxBytes, new Names());
    }

    ResultFetcher fetcher(String base, long maxBytes, Names names) {
        EndpointAddress address = EndpointAddress.below(URI.create(base), EndpointProfile.LUMENFALL);
        return new ResultFetcher(
                new ResultRules(address, List.of("cdn.example"), names),
                new ResultRoom(folder, maxBytes),
                pauses,
                watchdog,
                USER_AGENT);
    }

    static void assertFetched(FetchedResult result) throws IOException {
        assertThat(result).isInstanceOf(Fetched.class);
        try (SpooledImage image = ((Fetched) result).image();
                InputStream bytes = image.open()) {
            assertThat(bytes.readAllBytes()).isEqualTo(PICTURE);
        }
    }

    static void assertRefused(FetchedResult result, String code) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static Duration millis(long count) {
        return Duration.ofMillis(count);
    }
}
