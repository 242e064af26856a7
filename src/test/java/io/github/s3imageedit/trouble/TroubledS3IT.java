package io.github.s3imageedit.trouble;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.kill.Form;
import io.github.s3imageedit.kill.Role;
import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.testing.s3.S3Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S3 trouble never costs a call: each request of an edit meets each trouble, once or to the end of the invocation, and
 * then the same event comes again with S3 well. All cases run side by side, for most of their time is waiting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubledS3IT {
    private static final String LEASE = "s3-image-edit.lease-seconds";
    private static final int SIDE_BY_SIDE = 32;

    private final EmbeddedS3Backend s3 = new EmbeddedS3Backend();
    private final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final Map<Case, Future<Row>> rows = new LinkedHashMap<>();

    @BeforeAll
    void begin() throws IOException {
        System.setProperty(LEASE, "4");
        List<Case> cases = new ArrayList<>();
        for (Form form : Form.values()) {
            List<Target> targets = cleanEdit(form);
            System.out.println("a clean edit by " + form + ": " + targets);
            targets.forEach(target -> cases.addAll(cases(form, target)));
        }
        // The longest first.
        cases.stream()
                .sorted((one, other) ->
                        Boolean.compare(other.kind().isLasting(), one.kind().isLasting()))
                .forEach(each -> rows.put(each, threads.submit(() -> Trial.run(s3, each))));
    }

    @AfterAll
    void close() {
        System.clearProperty(LEASE);
        threads.shutdownNow();
        s3.close();
    }

    private List<Target> cleanEdit(Form form) throws IOException {
        try (Deployment deployment = Deployment.on(s3)) {
            deployment.upload(
                    "clean.png",
                    Samples.png(40, 30),
                    Map.of("prompt", "add a hat", "n", "2", "response_format", form.name()));
            String event = deployment.nextEvent();
            s3.s3().forgetRequests();
            deployment.deliver(event);
            List<S3Call> calls = s3.s3().requests();
            return Target.all(calls, deployment.inbox());
        }
    }

    private static List<Case> cases(Form form, Target target) {
        List<Case> cases = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (target.isWrite() || !kind.isForWritesOnly()) {
                cases.add(new Case(form, Case.RETRY_ONCE, target, kind));
            }
        }
        if (target.isWrite() && target.role() != Role.SIDECAR) {
            cases.add(new Case(form, Case.STOP, target, Kind.OUTAGE));
            cases.add(new Case(form, Case.STOP, target, Kind.LOST_REPLY_THEN_OUTAGE));
        }
        return cases;
    }

    Stream<Case> cases() {
        return rows.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsWholeAndPaysForNothingTwice(Case each) throws Exception {
        Row row = requireNonNull(rows.get(each)).get();
        System.out.println(row);

        assertThat(row.problems()).isEmpty();
    }
}
