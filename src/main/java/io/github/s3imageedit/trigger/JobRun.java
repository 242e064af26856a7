package io.github.s3imageedit.trigger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.pipeline.Errand;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Verdict;
import io.github.s3imageedit.trigger.LambdaEvent.BatchJob;
import io.github.s3imageedit.trigger.LambdaEvent.BatchTask;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tasks of a job on their way: what they name, and the result of each. */
final class JobRun {
    private static final JsonFactory JSON = new JsonFactory();

    private final BatchJob job;
    private final List<Errand> errands = new ArrayList<>();
    /** Whose errand each of them is. */
    private final List<String> askers = new ArrayList<>();

    private final Map<String, TaskResult> results = new LinkedHashMap<>();

    /** @param objection why the job's arguments would be wrong for every object, if they would */
    JobRun(BatchJob job, Optional<String> objection) {
        this.job = job;
        for (BatchTask task : job.tasks()) {
            if (objection.isPresent()) {
                results.put(
                        task.id(),
                        TaskResult.impossible("nothing was done: the job's user arguments cannot be used. "
                                + objection.get() + " Make the job anew with others."));
                continue;
            }
            try {
                errands.add(Errand.of(mention(task).readings()));
                askers.add(task.id());
            } catch (UnknownEventException e) {
                results.put(task.id(), TaskResult.impossible(String.valueOf(e.getMessage())));
            }
        }
    }

    private Mention mention(BatchTask task) {
        return Mention.of(
                task.bucket(),
                task.key().map(ObjectKeys::inBatchJob).orElse(List.of()),
                task.version(),
                UploadFacts.now(job.arguments()));
    }

    List<Errand> errands() {
        return List.copyOf(errands);
    }

    /**
     * Takes the ends.
     *
     * @param outcomes one for each errand
     * @param verdicts reads a sidecar, where it can be had
     */
    void end(List<Outcome> outcomes, Function<ObjectRef, Optional<Verdict>> verdicts) {
        for (int number = 0; number < outcomes.size(); number++) {
            results.put(askers.get(number), TaskResult.of(outcomes.get(number), verdicts));
        }
    }

    /** Writes one result for each task, in the schema in which the job spoke. */
    void writeTo(OutputStream reply) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(reply)) {
            json.writeStartObject();
            json.writeStringField("invocationSchemaVersion", job.schema());
            // A task without a result would be one that nobody looked at.
            json.writeStringField("treatMissingKeysAs", TaskResult.Code.TemporaryFailure.name());
            json.writeStringField("invocationId", job.invocation());
            json.writeArrayFieldStart("results");
            for (Map.Entry<String, TaskResult> result : results.entrySet()) {
                json.writeStartObject();
                json.writeStringField("taskId", result.getKey());
                json.writeStringField("resultCode", result.getValue().code().name());
                json.writeStringField("resultString", result.getValue().words());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
