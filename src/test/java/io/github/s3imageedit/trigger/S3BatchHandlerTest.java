package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.Result;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class S3BatchHandlerTest {
    private final LookingStore store = new LookingStore();

    private static String task(String id, String key) {
        return "{\"taskId\":\"" + id + "\",\"s3Key\":\"" + key + "\",\"s3VersionId\":null,\"s3Bucket\":\"inbox\"}";
    }

    private static String job(String... tasks) {
        return "{\"invocationSchemaVersion\":\"2.0\",\"invocationId\":\"i1\",\"job\":{\"id\":\"j1\"},\"tasks\":["
                + String.join(",", tasks) + "]}";
    }

    private static S3BatchResponse reply(LookingStore store, Duration time, String event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        new S3BatchHandler(store.crew())
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new FixedContext(time));
        return Bound.as(S3BatchResponse.class, reply.toString(UTF_8));
    }

    private List<Result> results(String... tasks) throws IOException {
        return reply(store, Duration.ofMinutes(1), job(tasks)).getResults();
    }

    private Result result(String task) throws IOException {
        List<Result> results = results(task);
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    /** One wrong word of whoever made the job is not written beside a million pictures. */
    @ParameterizedTest
    @ValueSource(strings = {"\"n\":\"many\"", "\"promt\":\"add a red hat\""})
    void judgesAJobsArgumentsBeforeAnyObject(String argument) throws IOException {
        String event = job(task("t1", "a.png"), task("t2", "b.png"))
                .replace("\"id\":\"j1\"", "\"id\":\"j1\",\"userArguments\":{" + argument + "}");

        assertThat(reply(store, Duration.ofMinutes(1), event).getResults())
                .hasSize(2)
                .allSatisfy(result -> {
                    assertThat(result.getResultCode()).isEqualTo(ResultCode.PermanentFailure);
                    assertThat(result.getResultString()).contains("the job's user arguments", "Make the job anew");
                });
        assertThat(store.looked()).isEmpty();
        assertThat(store.written()).isEmpty();
    }

    @Test
    void givesEachTaskOneResult() throws IOException {
        List<Result> results = results(
                task("t1", "a.png"),
                task("t2", "gone.png"),
                task("t3", "trouble.png"),
                task("t4", "dir/"),
                task("t5", ""));

        assertThat(results).extracting(Result::getTaskId).containsExactlyInAnyOrder("t1", "t2", "t3", "t4", "t5");
        assertThat(results)
                .allSatisfy(result -> assertThat(result.getResultString()).isNotBlank());
        assertThat(results()).isEmpty();
    }

    @Test
    void answersInTheJobsOwnSchema() throws IOException {
        for (String event : List.of(Shapes.BATCH_1, Shapes.BATCH_2)) {
            assertThat(event)
                    .contains("\"" + reply(store, Duration.ofMinutes(1), event).getInvocationSchemaVersion() + "\"");
        }
        assertThat(store.events())
                .extracting(UploadEvent::object)
                .containsExactly(
                        new ObjectRef("amzn-s3-demo-bucket1", "customerImage1.jpg", Optional.of("1")),
                        ObjectRef.latest("amzn-s3-demo-bucket", "customerImage1.jpg"));
    }

    @Test
    void anObjectThatAsksForNothingSucceeds() throws IOException {
        Result result = result(task("t1", "a.png"));

        assertThat(result.getResultCode()).isEqualTo(ResultCode.Succeeded);
        assertThat(result.getResultString()).startsWith("skipped: it asks for no edit");
    }

    @Test
    void anObjectThatIsNotThereFailsForGood() throws IOException {
        Result result = result(task("t1", "gone.png"));

        assertThat(result.getResultCode()).isEqualTo(ResultCode.PermanentFailure);
        assertThat(result.getResultString()).contains("no such object");
    }

    @Test
    void troubleIsTriedAgainAndTellsNoSecrets() throws IOException {
        Result result = result(task("t1", "trouble.png"));

        assertThat(result.getResultCode()).isEqualTo(ResultCode.TemporaryFailure);
        assertThat(result.getResultString()).contains("failed unexpectedly").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"taskId\":\"t1\"}",
                "{\"taskId\":\"t1\",\"s3Key\":\"a.png\"}",
                "{\"taskId\":\"t1\",\"s3Bucket\":\"inbox\"}",
                "{\"taskId\":\"t1\",\"s3Key\":7,\"s3Bucket\":\"inbox\"}",
                "{\"taskId\":\"t1\",\"s3Key\":\"a.png\",\"s3Bucket\":\" \"}",
                "{\"taskId\":\"t1\",\"s3Key\":\"a.png\",\"s3BucketArn\":\"arn:aws:s3:::\"}",
                "{\"taskId\":\"t1\",\"s3Key\":\"a.png\",\"s3Key\":\"b.png\",\"s3Bucket\":\"inbox\"}"
            })
    void aTaskThatNamesNoObjectFailsForGoodAndAlone(String unusable) throws IOException {
        List<Result> results = results(task("t0", "a.png"), unusable, task("t2", "b.png"));

        assertThat(results).extracting(Result::getTaskId).containsExactlyInAnyOrder("t0", "t1", "t2");
        assertThat(results)
                .filteredOn(result -> result.getResultCode() == ResultCode.PermanentFailure)
                .extracting(Result::getTaskId)
                .containsExactly("t1");
        assertThat(store.looked()).containsExactlyInAnyOrder("a.png", "b.png");
    }

    @Test
    void aTaskWithoutIdIsAnErrorForItCouldNotBeAnswered() {
        assertThatThrownBy(() -> results("{\"s3Key\":\"a.png\",\"s3Bucket\":\"inbox\"}"))
                .isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(() -> results("7")).isInstanceOf(UnknownEventException.class);
        assertThat(store.looked()).isEmpty();
    }

    @Test
    void aRefusalIsSaidInTheSidecarsWordsAndSaidAgain() throws IOException {
        LookingStore tagged =
                new LookingStore(event -> LookingStore.tagged(event, Map.of("prompt", "add a hat", "n", "many")));
        String event = job(task("t1", "a.png"));
        Result first = reply(tagged, Duration.ofMinutes(1), event).getResults().getFirst();
        Result second = reply(tagged, Duration.ofMinutes(1), event).getResults().getFirst();
        String sidecar = tagged.written().keySet().iterator().next();

        assertThat(tagged.written()).hasSize(1);
        assertThat(first.getResultCode()).isEqualTo(ResultCode.PermanentFailure);
        assertThat(first.getResultString())
                .startsWith("refused: bad_parameter: \"n\" must be ")
                .endsWith(" See s3://outbox/" + sidecar);
        assertThat(second.getResultCode()).isEqualTo(ResultCode.PermanentFailure);
        assertThat(second.getResultString())
                .isEqualTo(first.getResultString().replace("refused: ", "decided before: "));
    }

    @Test
    void anEditThatStandsSucceedsAgain() throws IOException {
        LookingStore tagged =
                new LookingStore(event -> LookingStore.tagged(event, Map.of("prompt", "add a hat", "n", "many")));
        assertThat(reply(tagged, Duration.ofMinutes(1), job(task("t1", "a.png")))
                        .getResults())
                .hasSize(1);
        String succeeded = Files.readString(Path.of("src/test/resources/golden/sidecar-succeeded.json"));
        tagged.written().replaceAll((key, words) -> succeeded);

        Result again = reply(tagged, Duration.ofMinutes(1), job(task("t1", "a.png")))
                .getResults()
                .getFirst();
        assertThat(again.getResultCode()).isEqualTo(ResultCode.Succeeded);
        assertThat(again.getResultString())
                .startsWith("decided before: s3://outbox/cats/tom.png/3f9a1c20b7de4410.webp")
                .contains(" and s3://outbox/a.png/");
    }

    @Test
    void wordsThatCannotBeReadLoseNoResult() throws IOException {
        LookingStore tagged =
                new LookingStore(event -> LookingStore.tagged(event, Map.of("prompt", "add a hat", "n", "many")));
        String event = job(task("t1", "unreadable.png"), task("t2", "b.png"));

        assertThat(reply(tagged, Duration.ofMinutes(1), event).getResults())
                .extracting(Result::getResultString)
                .anySatisfy(words -> assertThat(words).matches("refused: bad_parameter; see s3://outbox/unreadable.*"))
                .anySatisfy(words -> assertThat(words).startsWith("refused: bad_parameter: "))
                .hasSize(2);
    }

    @Test
    void looksForAKeyAsItIsPercentDecodedFirst() throws IOException {
        LookingStore empty = new LookingStore(event -> Optional.empty());

        assertThat(reply(empty, Duration.ofMinutes(1), job(task("t1", "a+b%20c.png")))
                        .getResults())
                .hasSize(1);
        assertThat(empty.looked()).containsExactly("a+b c.png", "a b c.png", "a+b%20c.png");
        assertThat(result(task("t1", "a+b%20c.png")).getResultCode()).isEqualTo(ResultCode.Succeeded);
        assertThat(store.looked()).containsExactly("a+b c.png");
    }

    @Test
    void theJobsArgumentsComeWithEachUpload() throws IOException {
        assertThat(reply(store, Duration.ofMinutes(1), Shapes.BATCH_2).getResults())
                .hasSize(1);

        UploadEvent event = store.events().getFirst();
        assertThat(event.arguments()).isEqualTo(Map.of("prompt", "add a red hat", "model", "gpt-image-2"));
        assertThat(event.etag()).isEmpty();
        assertThat(event.time()).isEmpty();
        assertThat(event.occasion()).isEqualTo(UploadEvent.Occasion.WRITTEN);
    }

    @Test
    void whatHangsIsTriedAgain() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        LookingStore hanging = new LookingStore(event -> {
            Waits.until(never);
            return Optional.empty();
        });

        List<Result> results =
                reply(hanging, Duration.ofMillis(300), job(task("t1", "a.png"))).getResults();
        never.countDown();
        assertThat(results).extracting(Result::getResultCode).containsExactly(ResultCode.TemporaryFailure);
    }
}
