package io.github.s3imageedit.app.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.s3imageedit.pipeline.Bill;
import io.github.s3imageedit.pipeline.EditReport;
import io.github.s3imageedit.pipeline.Findings;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.result.SidecarDigest;
import io.github.s3imageedit.result.Timings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What CloudWatch counts of a report. Only what has a value is named: each metric costs by the month, once it is sent.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Specification:
 *     Embedded metric format</a>
 */
final class Metrics {
    private static final String NAMESPACE = "s3-image-edit";
    private static final String FUNCTION = "FunctionName";

    private final Map<Name, String> values = new EnumMap<>(Name.class);

    private Metrics() {}

    /** Alarms know them by these names. */
    private enum Name {
        EDITS("Edits", "Count"),
        UPLOAD_FAULTS("UploadFaults", "Count"),
        SERVICE_FAULTS("ServiceFaults", "Count"),
        OWN_FAULTS("OwnFaults", "Count"),
        HANDED_BACK("HandedBack", "Count"),
        DENIED("Denied", "Count"),
        DUPLICATES_PREVENTED("DuplicatesPrevented", "Count"),
        COST("Cost", "None"),
        UPSTREAM_LATENCY("UpstreamLatency", "Milliseconds"),
        OVERHEAD("Overhead", "Milliseconds"),
        WAITED("Waited", "Milliseconds");

        private final String label;
        private final String unit;

        Name(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }
    }

    static Metrics of(EditReport report) {
        Metrics metrics = new Metrics();
        Findings findings = report.findings();
        switch (report.outcome()) {
            case Outcome.Edited edited -> {
                metrics.one(Name.EDITS);
                metrics.time(
                        Name.OVERHEAD,
                        findings.timings().map(times -> times.total().minus(times.edit())));
            }
            case Outcome.Refused refused -> metrics.one(isUploads(findings) ? Name.UPLOAD_FAULTS : Name.SERVICE_FAULTS);
            case Outcome.Decided decided -> metrics.one(Name.DUPLICATES_PREVENTED);
            case Outcome.Skipped skipped -> {
                // Nothing was asked.
            }
            case Outcome.Unavailable end -> {
                metrics.one(end.cause() == Cause.OURS ? Name.OWN_FAULTS : Name.HANDED_BACK);
                // SQS tells no age of what it has delivered three times.
                metrics.time(Name.WAITED, findings.timings().flatMap(Timings::queued));
            }
        }
        findings.spent().map(Bill::amount).ifPresent(amount -> metrics.values.put(Name.COST, amount));
        findings.refusal().filter(Metrics::isDenial).ifPresent(status -> metrics.one(Name.DENIED));
        if (findings.called()) {
            metrics.time(Name.UPSTREAM_LATENCY, findings.timings().map(Timings::edit));
        }
        return metrics;
    }

    private static boolean isUploads(Findings findings) {
        return findings.digest()
                .flatMap(SidecarDigest::fault)
                .filter("upload"::equals)
                .isPresent();
    }

    /** A wrong key, no credit, no permission: somebody has to see to it. */
    private static boolean isDenial(int status) {
        return status == 401 || status == 402 || status == 403;
    }

    private void one(Name name) {
        values.put(name, "1");
    }

    private void time(Name name, Optional<Duration> time) {
        time.ifPresent(known -> values.put(name, String.valueOf(known.toMillis())));
    }

    /** Nothing is written where there is nothing to count, or no function. */
    void writeTo(JsonGenerator json, Optional<String> function, Instant time) throws IOException {
        if (values.isEmpty() || function.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", time.toEpochMilli());
        json.writeArrayFieldStart("CloudWatchMetrics");
        directive(json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeStringField(FUNCTION, function.get());
        for (Map.Entry<Name, String> value : values.entrySet()) {
            json.writeFieldName(value.getKey().label);
            json.writeNumber(value.getValue());
        }
    }

    private void directive(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("Namespace", NAMESPACE);
        json.writeArrayFieldStart("Dimensions");
        json.writeStartArray();
        json.writeString(FUNCTION);
        json.writeEndArray();
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (Name name : values.keySet()) {
            json.writeStartObject();
            json.writeStringField("Name", name.label);
            json.writeStringField("Unit", name.unit);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
