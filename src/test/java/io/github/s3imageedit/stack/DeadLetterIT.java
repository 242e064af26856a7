package io.github.s3imageedit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.SampleEvent;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Fault;
import io.github.s3imageedit.testing.s3.QueueMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be processed is set aside, alone, after its tries, somebody is told, and it can be sent again as it is. */
class DeadLetterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Three tries, half a minute apart, and the alarm's own minute. */
    private static final Duration SETTING_ASIDE = Duration.ofMinutes(4);

    private final LocalCloud cloud = LocalCloud.shared();

    @Test
    void setsTheUnreadableAsideAndDoesTheRest() {
        Stack stack = cloud.deploy("aside", Map.of("BatchWindow", "5"));
        List<String> keys = IntStream.range(0, 9)
                .mapToObj(number -> "tom-" + number + ".png")
                .toList();

        stack.queue().send("no event of S3");
        keys.forEach(key -> stack.upload(key, Samples.harbour(), Map.of("prompt", "beside the unreadable")));

        for (String key : keys) {
            assertThat(stack.sidecar("", key, PATIENCE).at("/status").asString())
                    .isEqualTo("succeeded");
        }
        assertThat(stack.deadLetters().inFlight()).isZero();
        Optional<String> alarm = Stack.await(
                SETTING_ASIDE, () -> stack.alarm("DeadLettersAlarm").filter(state -> state.equals("ALARM")));
        assertThat(alarm).as("the alarm of %s", stack.name()).isPresent();
        List<QueueMessage> aside = stack.deadLetters().receive(Duration.ofSeconds(2));
        assertThat(aside).extracting(QueueMessage::body).containsExactly("no event of S3");
        assertThat(stack.logs())
                .filteredOn(line -> line.contains(aside.getFirst().id()))
                .hasSize(3);
    }

    /** LocalStack knows no such settings of an alias, so the version's stand in for them. */
    @Test
    void keepsWhatFailedWithoutAQueueForTheQueue() {
        Stack stack = cloud.deploy("failed", Map.of("TriggerMode", "Direct"));
        String function = stack.functionName("EditFunctionArn");
        cloud.calls()
                .whenItFails(
                        function,
                        "1",
                        Map.of(
                                "MaximumRetryAttempts",
                                0,
                                "DestinationConfig",
                                Map.of("OnFailure", Map.of("Destination", stack.output("DeadLetterQueueArn")))));
        cloud.silence(stack.inbox());
        SampleEvent sample = SampleEvent.named("s3-put.json");
        String key = sample.keys().getFirst();
        stack.upload(key, Samples.harbour(), Map.of("prompt", "after a redrive"));
        cloud.endpoint().script(Fault.status(402));

        cloud.calls().invoke(function + ":1", "Event", sample.of(stack.inbox()));

        String envelope = Stack.await(
                        PATIENCE,
                        () -> stack.deadLetters().receive(Duration.ZERO).stream()
                                .map(QueueMessage::body)
                                .findFirst())
                .orElseThrow(() -> new AssertionError("nothing was set aside: " + stack.logs()));
        assertThat(JsonMapper.shared().readTree(envelope).at("/requestPayload/Records"))
                .hasSize(1);
        stack.queue().send(envelope);
        assertThat(stack.sidecar("", key, PATIENCE).at("/status").asString()).isEqualTo("succeeded");
    }
}
