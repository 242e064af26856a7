package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The request log is read page by page, by time, with the key, strictly, and fails as scripted. */
final class StandInLogReadTest extends StandInWithClient {
    private static final String HEAD = "GET /v1/requests HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
            + StandInSettings.DEFAULT_KEY + "\r\n";

    @Test
    void comesInPagesNewestFirst() throws IOException {
        edit(5);

        assertThat(ids("limit=2")).containsExactly("req_000005", "req_000004", "more");
        assertThat(ids("limit=2&starting_after=req_000004")).containsExactly("req_000003", "req_000002", "more");
        assertThat(ids("limit=2&starting_after=req_000002")).containsExactly("req_000001");
        assertThat(ids("starting_after=req_000001")).isEmpty();
        assertThat(ids("limit=5")).hasSize(5);
    }

    @Test
    void holdsTwentyWithoutALimit() throws IOException {
        edit(21);

        assertThat(ids("")).hasSize(21).endsWith("more");
        assertThat(ids("limit=100")).hasSize(21).endsWith("req_000001");
    }

    @Test
    void isBoundByTime() throws IOException, InterruptedException {
        edit(1);
        Thread.sleep(5);
        Instant between = Instant.now();
        Thread.sleep(5);
        edit(1);

        assertThat(ids("created_after=" + between)).containsExactly("req_000002");
        assertThat(ids("created_before=" + between)).containsExactly("req_000001");
        assertThat(ids("created_before=" + between.toString().replace(":", "%3A")))
                .containsExactly("req_000001");
        long seconds = between.getEpochSecond();
        assertThat(ids("created_after=" + (seconds - 9) + "&created_before=" + (seconds + 9)))
                .hasSize(2);
        assertThat(ids("created_after=" + (seconds + 9))).isEmpty();
        assertThat(ids("created_after=" + between + "&starting_after=req_000002"))
                .isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        for (String query : List.of(
                "limit=0",
                "limit=101",
                "limit=",
                "limit=ten",
                "limit",
                "limit=1&limit=1",
                "created_after=yesterday",
                "created_after=",
                "created_before=2026-02-30T00:00:00Z",
                "created_before=%20",
                "starting_after=req_unknown",
                "trace_id=1")) {
            assertThat(client.log(query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(client.converse(HEAD.replace("requests", "requests?limit=%zz") + "\r\n", new byte[0]))
                .startsWith("HTTP/1.1 400 ");
        assertThat(client.post("/v1/requests", "").statusCode()).isEqualTo(405);
        assertThat(client.fetch(endpoint.baseUrl() + "/requests").statusCode()).isEqualTo(404);
    }

    @Test
    void needsTheKey() throws IOException {
        assertThat(client.fetch(endpoint.origin() + "/v1/requests").statusCode())
                .isEqualTo(401);
        assertThat(client.converse(HEAD.replace(StandInSettings.DEFAULT_KEY, "wrong") + "\r\n", new byte[0]))
                .startsWith("HTTP/1.1 401 ");
        assertThat(client.converse(HEAD + "\r\n", new byte[0])).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void isLumenfallsOnly() throws IOException {
        for (Dialect other : List.of(Dialect.OPENAI, Dialect.AZURE, Dialect.GENERIC)) {
            restart(StandInSettings.of(other));
            assertThat(client.log("").statusCode())
                    .as(other.name().toLowerCase(Locale.ROOT))
                    .isEqualTo(404);
        }
    }

    @Test
    void failsAsScriptedForSoManyReadings() throws IOException {
        endpoint.scriptLog(LogFault.status(404), LogFault.status(401), LogFault.garbage(), LogFault.html(502));
        endpoint.scriptLog(2, LogFault.status(503));
        assertThat(TestClient.text(client.post("/control/faults", "2*log:status=500\nlog:none\nlog:garbage\n")))
                .isEqualTo("{\"queued\":3}");

        List<Integer> statuses = new ArrayList<>();
        for (int reading = 0; reading < 11; reading++) {
            statuses.add(client.log("").statusCode());
        }
        assertThat(statuses).containsExactly(404, 401, 200, 502, 503, 503, 500, 500, 200, 200, 200);
        assertThat(endpoint.logReads())
                .hasSize(11)
                .last()
                .extracting(LogRead::target, LogRead::outcome)
                .containsExactly("/v1/requests", "200");
        assertThat(TestClient.text(client.fetch(endpoint.origin() + "/control/calls")))
                .contains("\"log_reads\":[{\"at\":\"20")
                .doesNotContain(StandInSettings.DEFAULT_KEY);
    }

    @Test
    void breaksOffInGarbage() throws IOException {
        endpoint.scriptLog(LogFault.garbage());

        assertThat(TestClient.text(client.log(""))).isEqualTo("{\"object\":\"list\",\"data\":[{\"id\":\"req_");
        assertThat(TestClient.text(client.log("")))
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"next_page_url\":null}");
    }

    @Test
    void hangsAndWaits() throws IOException {
        endpoint.script(List.of("log:hang", "log:delay=100ms+status=503"));

        assertThatThrownBy(() -> client.log("", Duration.ofMillis(100))).isInstanceOf(HttpTimeoutException.class);
        long start = System.nanoTime();
        assertThat(client.log("").statusCode()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(95));
        assertThat(endpoint.logReads()).hasSize(2);
    }

    @Test
    void forgetsAllOnReset() throws IOException {
        edit(1);
        endpoint.scriptLog(LogFault.status(503));
        endpoint.scriptRecords(LoggedAs.absent());
        endpoint.reset();

        assertThat(ids("")).isEmpty();
        edit(1);
        assertThat(ids("")).containsExactly("req_000001");
    }

    @Test
    void readsEverySpecificationThatItCanMake() {
        String records =
                "truth absent completed completed=0.08 pending processing upstream_failure=0 rejected cancelled";
        String readings = "none delay=1s delay=1s+hang status=503 status=429,Retry-After:3 hang garbage html=502";

        assertThat(records.split(" ", -1)).allSatisfy(LogSpecification::loggedAs);
        assertThat(readings.split(" ", -1)).allSatisfy(LogSpecification::fault);
        assertThatThrownBy(() -> LogSpecification.loggedAs("wish")).hasMessage("unknown status: wish");
        assertThatThrownBy(() -> LogSpecification.loggedAs("completed=much")).hasMessage("no JSON number: much");
        assertThatThrownBy(() -> LogSpecification.fault("wish")).hasMessage("unknown fault: wish");
    }

    private void edit(int times) throws IOException {
        for (int call = 0; call < times; call++) {
            assertThat(client.edit(form()).statusCode()).isEqualTo(200);
        }
    }

    /** In the page's order, and {@code more} where it says that there are. */
    private List<String> ids(String query) throws IOException {
        HttpResponse<byte[]> page = client.log(query);
        assertThat(page.statusCode()).as(TestClient.text(page)).isEqualTo(200);
        List<String> ids = new ArrayList<>(Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(TestClient.text(page))
                .results()
                .map(match -> match.group(1))
                .toList());
        if (TestClient.text(page).contains("\"next_page_url\":\"")) {
            ids.add("more");
        }
        return ids;
    }
}
