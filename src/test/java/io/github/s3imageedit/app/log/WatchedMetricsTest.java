package io.github.s3imageedit.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.pipeline.EditReport;
import io.github.s3imageedit.pipeline.Findings;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The template's alarms and dashboard watch metrics that the lines hold, by the names that they have there. */
class WatchedMetricsTest {
    private static final ObjectRef PLACE = ObjectRef.latest("bucket", "key");
    private static final Pattern IN_ALARM = Pattern.compile("Namespace: s3-image-edit\\s+MetricName: (\\w+)");
    private static final Pattern IN_DASHBOARD = Pattern.compile("\\[\"(?:s3-image-edit|\\.)\", \"(\\w+)\", ");
    private static final Pattern OF_SQS = Pattern.compile("Approximate\\w+");

    private final TreeSet<String> sent = new TreeSet<>();
    private final EditLog log = new EditLog(Optional.of("f"), () -> Instant.EPOCH, this::read);

    private void read(String line) {
        JsonMapper.shared()
                .readTree(line)
                .at("/_aws/CloudWatchMetrics/0/Metrics")
                .forEach(metric -> sent.add(metric.get("Name").asString()));
    }

    private void end(Outcome outcome, Findings findings) {
        log.ended(new EditReport(PLACE, "invocation", outcome, findings));
    }

    private void endInEveryWay() {
        Findings upload = EditLogTest.findings(true, Optional.empty(), Optional.of("upload"), "0.04");
        Findings service = EditLogTest.findings(true, Optional.of(402), Optional.of("service"), "0.04");
        end(new Outcome.Edited(PLACE), upload);
        end(new Outcome.Refused(PLACE, "bad_mask"), upload);
        end(new Outcome.Refused(PLACE, "lost"), service);
        end(new Outcome.Decided(PLACE), upload);
        end(new Outcome.Unavailable(Cause.OURS, "no credit"), service);
        end(new Outcome.Unavailable(Cause.MOMENT, "busy"), upload);
    }

    private static Set<String> watched(Pattern... places) throws IOException {
        String template = Files.readString(Path.of("template.yaml"));
        Set<String> names = new TreeSet<>();
        for (Pattern place : places) {
            place.matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .filter(OF_SQS.asMatchPredicate().negate())
                    .forEach(names::add);
        }
        return names;
    }

    @Test
    void theDashboardShowsAllOfThem() throws IOException {
        endInEveryWay();

        assertThat(watched(IN_DASHBOARD)).isEqualTo(sent);
    }

    @Test
    void alarmsWatchWhatIsSent() throws IOException {
        endInEveryWay();

        assertThat(watched(IN_ALARM)).containsExactly("Cost", "Denied", "OwnFaults", "Waited");
        assertThat(sent).containsAll(watched(IN_ALARM));
    }

    @Test
    void theReadmeNamesAllOfThem() throws IOException {
        endInEveryWay();

        assertThat(Files.readString(Path.of("README.md")))
                .contains(sent.stream().map(name -> "`" + name + "`").toList());
    }
}
