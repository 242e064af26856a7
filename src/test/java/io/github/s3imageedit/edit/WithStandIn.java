package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.testing.endpoint.Dialect;
import io.github.s3imageedit.testing.endpoint.StandInEndpoint;
import io.github.s3imageedit.testing.endpoint.StandInSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in on the loopback, new for each test, and our side of the exchange with it. */
abstract class WithStandIn {
    static final String USER_AGENT = "s3-image-edit/test";
    static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    StandInEndpoint endpoint;
    final DaemonTimers watchdog = new DaemonTimers();
    final CloseableHttpClient client = HttpClients.forCalls(USER_AGENT);
    final ReceivedPictures received = new ReceivedPictures();

    @BeforeEach
    void start() throws IOException {
        endpoint = StandInEndpoint.start();
    }

    void restart(Dialect dialect) throws IOException {
        endpoint.close();
        endpoint = StandInEndpoint.start(StandInSettings.of(dialect));
    }

    @AfterEach
    void leavesNoGuardAndNoFile() throws IOException {
        endpoint.close();
        client.close();
        assertThat(watchdog.waiting()).isZero();
        watchdog.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    EditReply call(EditRequest request) {
        return call(EndpointProfile.LUMENFALL, request, received, AMPLE);
    }

    EditReply call(EndpointProfile profile, EditRequest request, PictureSink sink, Duration time) {
        return at(endpoint.baseUrl(), profile).edit(request, Requests.PERMIT, sink, in(time));
    }

    HttpEditEndpoint at(String baseUrl, EndpointProfile profile) {
        return new HttpEditEndpoint(
                client,
                EndpointAddress.below(URI.create(baseUrl), profile),
                ApiKey.fixed(StandInSettings.DEFAULT_KEY),
                new ReplyReader(profile, new ResultRoom(folder, 10_000_000)),
                watchdog);
    }

    static Deadline in(Duration time) {
        return Deadline.in(time, InstantSource.system());
    }

    static String kindOf(EditReply reply) {
        return reply.getClass().getSimpleName();
    }
}
