package io.github.s3imageedit.app.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.pipeline.Bill;
import io.github.s3imageedit.pipeline.EditObserver;
import io.github.s3imageedit.pipeline.EditReport;
import io.github.s3imageedit.pipeline.Findings;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.result.SidecarDigest;
import io.github.s3imageedit.result.Timings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One structured line for each report, in which CloudWatch finds the metrics, too. It is written by hand: AWS's libraries
 * for it take 300 ms of a cold start and 2.5 MB with the JSON binding that they need, and turn money into binary floats.
 *
 * <p>No text of uploads or endpoints stands in it, but for the object's name, and names in a few letters.
 */
public final class EditLog implements EditObserver {
    private static final Logger LOG = LoggerFactory.getLogger(EditLog.class);

    private final Optional<String> function;
    private final InstantSource clock;
    private final Consumer<String> lines;

    /**
     * The lines of one function.
     *
     * @param function its name, by which its metrics are told from others'; without it there are none
     */
    public EditLog(Optional<String> function, InstantSource clock, Consumer<String> lines) {
        this.function = function;
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void ended(EditReport report) {
        try {
            Instant now = clock.instant();
            lines.accept(JsonLine.of(now, level(report.outcome()), json -> {
                new Writing(json).report(report);
                Metrics.of(report).writeTo(json, function, now);
            }));
        } catch (RuntimeException e) {
            // What was paid for counts more than its line.
            LOG.error("{}: no line is written of it: {}", report.object(), e.getClass());
        }
    }

    /** Only what does not mend itself is an error. */
    private static Level level(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Edited edited -> Level.INFO;
            case Outcome.Decided decided -> Level.INFO;
            case Outcome.Skipped skipped -> Level.INFO;
            case Outcome.Refused refused -> Level.WARN;
            case Outcome.Unavailable end -> end.cause() == Cause.OURS ? Level.ERROR : Level.WARN;
        };
    }

    /** One line on its way out. What is not known is left out. */
    private record Writing(JsonGenerator json) {
        void report(EditReport report) throws IOException {
            ObjectRef object = report.object();
            Findings findings = report.findings();
            json.writeStringField("event", "edit");
            json.writeStringField("object", place(object));
            string("edit", findings.edit().map(EditId::value));
            outcome(report.outcome(), findings.digest().flatMap(SidecarDigest::fault));
            if (findings.digest().isPresent() && isDecision(report.outcome())) {
                digest(findings.digest().get(), findings.bill());
            }
            number("status", findings.refusal());
            if (findings.timings().isPresent()) {
                timings(findings.timings().get());
            }
            json.writeStringField("invocation", report.invocation());
        }

        /** As it is: JSON has a form for every character. */
        private static String place(ObjectRef object) {
            return "s3://" + object.bucket() + "/" + object.key();
        }

        private static boolean isDecision(Outcome outcome) {
            return outcome instanceof Outcome.Edited || outcome instanceof Outcome.Refused;
        }

        private void outcome(Outcome outcome, Optional<String> fault) throws IOException {
            switch (outcome) {
                case Outcome.Edited edited -> outcome("edited", Optional.empty(), Optional.of(edited.sidecar()));
                case Outcome.Decided decided -> outcome("decided", Optional.empty(), Optional.of(decided.sidecar()));
                case Outcome.Skipped skipped ->
                    outcome("skipped", Optional.of(label(skipped.reason())), Optional.empty());
                case Outcome.Refused refused -> {
                    outcome("refused", Optional.of(refused.reason()), Optional.of(refused.sidecar()));
                    string("fault", fault);
                }
                case Outcome.Unavailable end -> {
                    outcome("handed_back", Optional.of(label(end.cause())), Optional.empty());
                    string("fault", Optional.of(label(end.cause())));
                }
            }
        }

        private void outcome(String name, Optional<String> reason, Optional<ObjectRef> sidecar) throws IOException {
            json.writeStringField("outcome", name);
            string("reason", reason);
            string("sidecar", sidecar.map(Writing::place));
        }

        private static String label(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        private void digest(SidecarDigest digest, Optional<Bill> bill) throws IOException {
            Charge charge = digest.charge();
            string("request_id", charge.requestId());
            string("model", digest.model());
            string("provider", digest.provider());
            if (bill.isPresent()) {
                json.writeFieldName("cost");
                json.writeNumber(bill.get().amount());
                string("cost_currency", bill.get().currency());
            }
            json.writeNumberField("calls", digest.calls());
        }

        private void timings(Timings timings) throws IOException {
            json.writeObjectFieldStart("timings_ms");
            if (timings.queued().isPresent()) {
                time("queued", timings.queued().get());
            }
            time("decide", timings.decide());
            time("edit", timings.edit());
            time("store", timings.store());
            time("total", timings.total());
            json.writeEndObject();
        }

        private void time(String name, Duration time) throws IOException {
            json.writeNumberField(name, time.toMillis());
        }

        private void string(String name, Optional<String> value) throws IOException {
            if (value.isPresent()) {
                json.writeStringField(name, value.get());
            }
        }

        private void number(String name, Optional<Integer> value) throws IOException {
            if (value.isPresent()) {
                json.writeNumberField(name, value.get());
            }
        }
    }
}
