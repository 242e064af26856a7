package io.github.s3imageedit.edit;

import io.github.s3imageedit.testing.endpoint.StandInSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Searches of records for one lost call, whose pauses take no time. */
abstract class WithRequestLog extends WithStandIn {
    static final TraceParent TRACE = TraceParent.of("the lost call");
    final Instant sent = Instant.now();

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json";

    final ManualClock pauses = new ManualClock();

    CallRecord find() {
        return find(endpoint.baseUrl(), TRACE, AMPLE);
    }

    CallRecord find(String baseUrl, TraceParent trace, Duration time) {
        return log(baseUrl, ApiKey.fixed(StandInSettings.DEFAULT_KEY), pauses).find(trace, sent, in(time));
    }

    CallRecord find(Pause pause) {
        return find(ApiKey.fixed(StandInSettings.DEFAULT_KEY), pause);
    }

    CallRecord find(ApiKey key, Pause pause) {
        return log(endpoint.baseUrl(), key, pause).find(TRACE, sent, in(AMPLE));
    }

    private LumenfallRequestLog log(String baseUrl, ApiKey key, Pause pause) {
        EndpointAddress address = EndpointAddress.below(URI.create(baseUrl), EndpointProfile.LUMENFALL);
        return new LumenfallRequestLog(client, address, key, pause, watchdog);
    }

    /** What is found where every request gets this page. */
    CallRecord answered(String page) throws IOException {
        try (RawServer server = RawServer.answering(OK, page)) {
            return find(server.origin() + "/openai/v1", TRACE, AMPLE);
        }
    }

    static String record(String trace, String status, String cost) {
        Map<String, String> fields = Map.of("id", "\"req_9\"", "currency", "\"usd\"", "cost", cost);
        String more = fields.entrySet().stream()
                .map(field -> ",\"" + field.getKey() + "\":" + field.getValue())
                .reduce("", String::concat);
        return "{\"object\":\"list\",\"data\":[{\"trace_id\":null},{\"trace_id\":\"" + trace + "\",\"status\":\""
                + status + "\"" + more + "}],\"next_page_url\":null}";
    }
}
