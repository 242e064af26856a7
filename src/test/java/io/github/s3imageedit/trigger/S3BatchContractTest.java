package io.github.s3imageedit.trigger;

import static io.github.s3imageedit.trigger.EventReaderTest.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import io.github.s3imageedit.trigger.LambdaEvent.BatchJob;
import io.github.s3imageedit.trigger.LambdaEvent.BatchTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader and the classes of {@code aws-lambda-java-events} read the same from a job's invocation. */
class S3BatchContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"customerImage1.jpg", "a+b%2Bc%20d.jpg", "ü😀.jpg", "\\u00fc\\\\.jpg"})
    void readsSchemaOneAsItIsBound(String key) throws IOException {
        String event = Shapes.BATCH_1.replace("customerImage1.jpg", key);
        S3BatchEvent bound = Bound.as(S3BatchEvent.class, event);
        S3BatchEvent.Task task = bound.getTasks().getFirst();
        BatchJob job = (BatchJob) read(event);

        assertThat(job.schema()).isEqualTo(bound.getInvocationSchemaVersion());
        assertThat(job.invocation()).isEqualTo(bound.getInvocationId());
        assertThat(job.arguments()).isEmpty();
        assertThat(task.getS3BucketArn()).endsWith(":amzn-s3-demo-bucket1");
        assertThat(job.tasks())
                .containsExactly(new BatchTask(
                        task.getTaskId(),
                        Optional.of("amzn-s3-demo-bucket1"),
                        Optional.of(task.getS3Key()),
                        Optional.ofNullable(task.getS3VersionId())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add a red hat", "ü😀 \\\"quoted\\\"", " ", ""})
    void readsSchemaTwoAsItIsBound(String prompt) throws IOException {
        String event = Shapes.BATCH_2.replace("add a red hat", prompt);
        S3BatchEventV2 bound = Bound.as(S3BatchEventV2.class, event);
        S3BatchEventV2.Task task = bound.getTasks().getFirst();
        BatchJob job = (BatchJob) read(event);

        assertThat(job.schema()).isEqualTo(bound.getInvocationSchemaVersion());
        assertThat(job.invocation()).isEqualTo(bound.getInvocationId());
        assertThat(job.arguments()).isEqualTo(bound.getJob().getUserArguments());
        assertThat(job.tasks())
                .containsExactly(new BatchTask(
                        task.getTaskId(),
                        Optional.of(task.getS3Bucket()),
                        Optional.of(task.getS3Key()),
                        Optional.ofNullable(task.getS3VersionId())));
    }

    @Test
    void readsArgumentsOfOtherTypesAsTheirText() throws IOException {
        String event =
                Shapes.BATCH_2.replace("\"gpt-image-2\"", "\"x\", \"n\": 2, \"seed\": null, \"more\": {\"a\": 1}");

        assertThat(((BatchJob) read(event)).arguments())
                .isEqualTo(Map.of("prompt", "add a red hat", "model", "x", "n", "2"));
    }

    @Test
    void answersWhatTheResponseClassReads() throws IOException {
        for (String event : List.of(Shapes.BATCH_1, Shapes.BATCH_2)) {
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            new S3BatchHandler(new LookingStore().crew())
                    .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new FixedContext());
            S3BatchResponse bound = Bound.as(S3BatchResponse.class, reply.toString(UTF_8));

            assertThat(event).contains("\"" + bound.getInvocationSchemaVersion() + "\"");
            assertThat(bound.getInvocationId()).isEqualTo("YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo");
            assertThat(bound.getTreatMissingKeysAs()).isEqualTo(ResultCode.TemporaryFailure);
            assertThat(bound.getResults()).hasSize(1);
            assertThat(bound.getResults().getFirst().getTaskId()).isEqualTo("dGFza2lkZ29lc2hlcmUK");
            assertThat(bound.getResults().getFirst().getResultCode()).isInstanceOf(ResultCode.class);
        }
    }
}
