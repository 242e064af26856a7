package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/**
 * Lumenfall's list of requests, which knows each by the trace id that came with it.
 *
 * @see <a href="https://docs.lumenfall.ai/api-reference/requests/list">Lumenfall API reference, List requests</a>
 */
public final class LumenfallRequestLog implements RequestLog {
    private static final String PATH = "/v1/requests";
    private static final int PAGE = 100;
    private static final int MAX_PAGES = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int MAX_TRIES = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Timeout SILENCE = Timeout.ofSeconds(15);
    /** Records that cannot be had by then are a matter for the next delivery. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Clocks may differ, and a long upload is on its way before it counts. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private final Exchange exchange;
    private final EndpointAddress address;
    private final ApiKey key;
    private final Pause pause;

    public LumenfallRequestLog(
            CloseableHttpClient client, EndpointAddress address, ApiKey key, Pause pause, Watchdog watchdog) {
        this.exchange = new Exchange(client, watchdog);
        this.address = address;
        this.key = key;
        this.pause = pause;
    }

    @Override
    public CallRecord find(TraceParent trace, Instant sent, Deadline deadline) {
        Deadline patience = deadline.allows(PATIENCE) ? Deadline.in(PATIENCE, deadline.clock()) : deadline;
        int tries = 0;
        while (true) {
            CallRecord found = search(trace, sent, patience);
            Duration wait = FIRST_WAIT.multipliedBy(1L << tries++);
            // The next try would have no time.
            if (isTold(found) || tries == MAX_TRIES || !patience.allows(wait.multipliedBy(2))) {
                return found;
            }
            pause.pause(wait);
        }
    }

    /** What was cut off a moment ago may stand in the list a moment later. */
    private static boolean isTold(CallRecord found) {
        return switch (found) {
            case CallRecord.Pending pending -> true;
            case CallRecord.Completed completed -> true;
            case CallRecord.Failed failed -> true;
            case CallRecord.Absent absent -> absent.isKeptNowhere();
            case CallRecord.Unavailable unavailable -> false;
        };
    }

    private CallRecord search(TraceParent trace, Instant sent, Deadline deadline) {
        Optional<URI> next = Optional.of(firstPage(sent));
        try {
            for (int pages = 0; pages < MAX_PAGES && next.isPresent(); pages++) {
                RequestPage page = get(next.get(), deadline);
                Optional<Map<String, String>> found = page.records().stream()
                        .filter(candidate -> trace.traceId().equalsIgnoreCase(candidate.get("trace_id")))
                        .findFirst();
                if (found.isPresent()) {
                    return read(found.get());
                }
                Optional<URI> following = following(page);
                if (following.equals(next)) {
                    throw new IOException("its pages go round in a circle");
                }
                next = following;
            }
            return next.isEmpty()
                    ? new CallRecord.Absent(false)
                    : new CallRecord.Unavailable(address.host() + " has too many records of that time");
        } catch (NoRecordsException e) {
            return new CallRecord.Absent(true);
        } catch (IOException e) {
            String reason = deadline.allows(Duration.ZERO) ? e.getMessage() : "no answer in time";
            return new CallRecord.Unavailable(address.host() + " does not show its records (" + reason + ")");
        }
    }

    /** Only the query string is taken from the next page's address: no other origin gets the key, and a gateway's list goes on. */
    private Optional<URI> following(RequestPage page) throws IOException {
        try {
            return page.next()
                    .map(address.edits()::resolve)
                    .map(URI::getRawQuery)
                    .map(query -> address.edits().resolve(PATH + "?" + query));
        } catch (IllegalArgumentException e) {
            throw new IOException("the next page has no readable address", e);
        }
    }

    private URI firstPage(Instant sent) {
        Instant middle = sent.truncatedTo(ChronoUnit.SECONDS);
        return address.edits()
                .resolve(PATH + "?created_after=" + middle.minus(MARGIN) + "&created_before=" + middle.plus(MARGIN)
                        + "&limit=" + PAGE);
    }

    private RequestPage get(URI page, Deadline deadline) throws IOException {
        String used = key.value();
        HttpGet get = new HttpGet(page);
        get.setHeader(address.profile().keyHeader(), address.profile().keyPrefix() + used);
        get.setConfig(RequestConfig.custom().setResponseTimeout(SILENCE).build());
        return exchange.run(get, deadline, (response, limit) -> page(response, used));
    }

    private RequestPage page(ClassicHttpResponse response, String used) throws IOException {
        int status = response.getCode();
        if (status == UNAUTHORIZED) {
            // The key may have been changed since the call; the next try takes the new one.
            key.refresh(used);
        }
        if (status == 200 && response.getEntity() != null) {
            return RequestPage.read(response.getEntity().getContent());
        }
        if (status == 403 || status == 404 || status == 405 || status == 501) {
            throw new NoRecordsException(status);
        }
        throw new IOException("status " + status);
    }

    private static CallRecord read(Map<String, String> found) {
        Charge charge = new Charge(
                Optional.ofNullable(found.get("id")),
                Optional.ofNullable(found.get("cost")).filter(ReplyFields::isNumber),
                Optional.ofNullable(found.get("currency")).map(currency -> currency.toUpperCase(Locale.ROOT)));
        return switch (found.getOrDefault("status", "")) {
            case "completed" -> new CallRecord.Completed(charge);
            case "pending", "processing" -> new CallRecord.Pending();
            case "rejected", "upstream_failure", "cancelled" -> new CallRecord.Failed(charge);
            // Whatever else it may be, it was made, and may have a price.
            default -> new CallRecord.Completed(charge);
        };
    }

    /** A gateway that speaks as Lumenfall does, but has no such list, or not for this key. */
    private static final class NoRecordsException extends IOException {
        private static final long serialVersionUID = 1L;

        NoRecordsException(int status) {
            super("status " + status);
        }
    }
}
