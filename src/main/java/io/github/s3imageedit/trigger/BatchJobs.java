package io.github.s3imageedit.trigger;

import io.github.s3imageedit.trigger.LambdaEvent.BatchJob;
import io.github.s3imageedit.trigger.LambdaEvent.BatchTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tasks in which S3 Batch Operations hands out objects. */
final class BatchJobs {
    static final Set<String> TEXTS = Set.of("taskId", "s3Key", "s3VersionId", "s3BucketArn", "s3Bucket");

    private BatchJobs() {}

    /** @throws UnknownEventException if the schema is another one, or a task could not be answered */
    static LambdaEvent event(Fields fields, Map<String, String> arguments, List<Fields> tasks) {
        String schema = fields.text("invocationSchemaVersion").orElse("");
        if (!schema.equals("1.0") && !schema.equals("2.0")) {
            throw new UnknownEventException(
                    "S3 Batch Operations speaks another schema than 1.0 and 2.0: choose one of them for the job");
        }
        return new BatchJob(
                schema,
                fields.text("invocationId").orElse(""),
                arguments,
                tasks.stream().map(BatchJobs::task).toList());
    }

    private static BatchTask task(Fields fields) {
        String id = fields.text("taskId")
                .orElseThrow(() -> new UnknownEventException("a task has no \"taskId\", and could not be answered"));
        boolean readable = fields.twice().isEmpty();
        return new BatchTask(
                id,
                bucket(fields).filter(bucket -> readable),
                fields.text("s3Key").filter(key -> readable),
                fields.text("s3VersionId"));
    }

    /** Schema 1.0 has the bucket's ARN, with region and account in it, and 2.0 its name, in which there are no colons. */
    private static Optional<String> bucket(Fields fields) {
        return fields.text("s3Bucket")
                .or(() -> fields.text("s3BucketArn"))
                .map(arn -> arn.substring(arn.lastIndexOf(':') + 1));
    }
}
