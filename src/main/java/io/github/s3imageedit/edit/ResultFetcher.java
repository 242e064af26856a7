package io.github.s3imageedit.edit;

import io.github.s3imageedit.edit.FetchedResult.Failed;
import io.github.s3imageedit.edit.FetchedResult.Fetched;
import io.github.s3imageedit.edit.FetchedResult.Refused;
import io.github.s3imageedit.edit.ResultRules.ForbiddenAddressException;
import io.github.s3imageedit.image.ImageSpool;
import io.github.s3imageedit.image.SpoolException;
import io.github.s3imageedit.image.SpooledImage;
import io.github.s3imageedit.image.TooLargeException;
import io.github.s3imageedit.job.Deadline;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/** Fetches a result by its link: without credentials, within limits, and every address checked before it is asked. */
public final class ResultFetcher implements Fetcher {
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_ATTEMPTS = 6;
    private static final int GONE = 410;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Timeout SILENCE = Timeout.ofSeconds(30);

    private final Exchange exchange;
    private final ResultRules rules;
    private final ResultRoom room;
    private final Pause pause;

    public ResultFetcher(ResultRules rules, ResultRoom room, Pause pause, Watchdog watchdog, String userAgent) {
        this.exchange = new Exchange(HttpClients.forResults(rules, userAgent), watchdog);
        this.rules = rules;
        this.room = room;
        this.pause = pause;
    }

    /** Fetches, and tries again what a moment's trouble broke off. */
    @Override
    public FetchedResult fetch(String link, Deadline deadline) {
        int attempts = 0;
        while (true) {
            FetchedResult result = follow(link, deadline);
            Duration wait = FIRST_WAIT.multipliedBy(1L << attempts++);
            if (!(result instanceof Failed) || attempts == MAX_ATTEMPTS || !deadline.allows(wait)) {
                return result;
            }
            pause.pause(wait);
        }
    }

    private FetchedResult follow(String link, Deadline deadline) {
        Optional<URI> next = ResultRules.parse(link);
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            if (next.isEmpty()) {
                return refused("The result's address is not a URL.");
            }
            Optional<String> objection = rules.objection(next.get());
            if (objection.isPresent()) {
                return refused(objection.get());
            }
            Step step = get(next.get(), deadline);
            switch (step) {
                case Step.End end -> {
                    return end.result();
                }
                case Step.Redirect redirect -> next = redirect.target();
            }
        }
        return refused("The result's address was redirected more than " + MAX_REDIRECTS + " times.");
    }

    /** One answer on the way to a result. */
    private sealed interface Step {
        record End(FetchedResult result) implements Step {}

        record Redirect(Optional<URI> target) implements Step {}
    }

    private Step get(URI link, Deadline deadline) {
        HttpGet get = new HttpGet(link);
        get.setConfig(RequestConfig.custom().setResponseTimeout(SILENCE).build());
        try {
            return exchange.run(get, deadline, (response, limit) -> step(link, response, limit));
        } catch (ForbiddenAddressException e) {
            return new Step.End(refused("The result's host " + link.getHost() + " has a private address."));
        } catch (TooLargeException e) {
            return new Step.End(new Refused("result_too_large", e.getMessage() + "."));
        } catch (SpoolException e) {
            // The link lives on: another invocation may have the room.
            return failed(e.reason());
        } catch (IOException e) {
            return failed("Fetching the result from " + link.getHost() + " broke off ("
                    + e.getClass().getSimpleName() + ").");
        }
    }

    private Step step(URI link, ClassicHttpResponse response, TimeLimit limit) throws IOException {
        int status = response.getCode();
        return switch (status / 100) {
            case 2 -> new Step.End(spool(response, limit));
            case 3 ->
                new Step.Redirect(Optional.ofNullable(response.getFirstHeader("Location"))
                        .flatMap(header -> ResultRules.parse(header.getValue()))
                        .map(link::resolve));
            default -> {
                String words = "The host " + link.getHost() + " answered " + status + " for the result.";
                // All but this may pass: a host need not know yet what it was given a moment ago.
                yield status == GONE ? new Step.End(new Refused("result_gone", words)) : failed(words);
            }
        };
    }

    private FetchedResult spool(ClassicHttpResponse response, TimeLimit limit) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return notAPicture();
        }
        if (entity.getContentLength() > room.maxBytes()) {
            throw new TooLargeException("The edited picture has " + entity.getContentLength() + " bytes; at most "
                    + room.maxBytes() + " are allowed");
        }
        try (ImageSpool spool = room.open(limit)) {
            entity.getContent().transferTo(spool);
            SpooledImage image = spool.finish();
            if (image.header().isPresent()) {
                return new Fetched(image);
            }
            image.close();
            return notAPicture();
        }
    }

    private static Refused notAPicture() {
        return new Refused("not_a_picture", "What lies at the result's address is no PNG, JPEG, WebP, GIF or AVIF.");
    }

    private static Refused refused(String reason) {
        return new Refused("result_not_allowed", reason);
    }

    private static Step failed(String reason) {
        return new Step.End(new Failed(reason));
    }
}
