package io.github.s3imageedit.testing.endpoint;

import io.github.s3imageedit.testing.Samples;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stand-in in Lumenfall's dialect, new for each test, and a client for it. */
abstract class StandInWithClient {
    static final byte[] PICTURE = Samples.png(48, 32);

    StandInEndpoint endpoint;
    TestClient client;

    @BeforeEach
    void start() throws IOException {
        endpoint = StandInEndpoint.start();
        client = new TestClient(endpoint);
    }

    void restart(StandInSettings settings) throws IOException {
        stop();
        endpoint = StandInEndpoint.start(settings);
        client = new TestClient(endpoint);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        endpoint.close();
    }

    static TestForm form() {
        return TestForm.of(PICTURE);
    }
}
