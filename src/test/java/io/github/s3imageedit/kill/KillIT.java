package io.github.s3imageedit.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.endpoint.Stage;
import io.github.s3imageedit.testing.s3.EmbeddedS3Backend;
import io.github.s3imageedit.testing.s3.Moment;
import io.github.s3imageedit.testing.s3.Operation;
import io.github.s3imageedit.testing.s3.S3Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * SIGKILL before and after each request to S3, and at each stage of the call and the fetches, then the same event again:
 * whatever was reached, one whole success stands at the end, and only an unknown outcome was paid for twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
    /** Most of the time goes by waiting for leases to run out; more would only wait for each other's JVMs. */
    private static final int LANES = 6;

    private final EmbeddedS3Backend s3 = new EmbeddedS3Backend();

    @AfterAll
    void close() {
        s3.close();
    }

    @Test
    void endsEveryEditWhereverItsFunctionIsKilled() throws Exception {
        List<Row> rows;
        try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            Queue<Kill> kills = new ConcurrentLinkedQueue<>(kills());
            List<Callable<List<Row>>> lanes = IntStream.range(0, LANES)
                    .<Callable<List<Row>>>mapToObj(lane -> () -> killAll("lane-" + lane, kills))
                    .toList();
            rows = joined(threads.invokeAll(lanes));
        }
        System.out.println(Row.HEAD);
        rows.stream().map(Row::toString).sorted().forEach(System.out::println);

        assertThat(rows).filteredOn(row -> !row.problems().isEmpty()).isEmpty();
    }

    private static List<Row> joined(List<Future<List<Row>>> lanes) throws InterruptedException, ExecutionException {
        List<Row> rows = new ArrayList<>();
        for (Future<List<Row>> lane : lanes) {
            rows.addAll(lane.get());
        }
        return rows;
    }

    private List<Row> killAll(String name, Queue<Kill> kills) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Lane lane = new Lane(name, s3)) {
            for (Optional<Kill> kill = next(kills); kill.isPresent(); kill = next(kills)) {
                rows.add(lane.kill(kill.get().form(), kill.get().step()));
            }
        }
        return rows;
    }

    private static Optional<Kill> next(Queue<Kill> kills) {
        return Optional.ofNullable(kills.poll());
    }

    private List<Kill> kills() throws IOException {
        List<Kill> kills = new ArrayList<>();
        try (Lane clean = new Lane("clean", s3)) {
            for (Form form : Form.values()) {
                List<S3Call> calls = clean.deliverCleanly(form);
                around(calls).forEach(step -> kills.add(new Kill(form, step)));
                stages(form).forEach(stage -> kills.add(new Kill(form, new Step.AtEndpoint(stage))));
            }
        }
        // Some wait for the lease to run out, some do not: mixed, the lanes end together.
        Collections.shuffle(kills, new Random(1));
        return kills;
    }

    private static List<Step> around(List<S3Call> calls) {
        Map<String, Integer> occurrences = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        String inbox = calls.getFirst().bucket();
        for (S3Call call : calls) {
            Operation operation = call.operation();
            Role role = Role.of(call, inbox);
            int occurrence = occurrences.merge(operation + " " + role, 1, Integer::sum);
            for (Moment moment : Moment.values()) {
                steps.add(new Step.AtS3(operation, role, occurrence, moment));
            }
        }
        return steps;
    }

    private static List<Stage> stages(Form form) {
        return Arrays.stream(Stage.values())
                .filter(stage -> form == Form.url || !stage.name().contains("FETCH"))
                .toList();
    }

    /** What is still to be done. */
    private record Kill(Form form, Step step) {}
}
