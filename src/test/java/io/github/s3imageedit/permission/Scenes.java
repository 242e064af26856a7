package io.github.s3imageedit.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.s3imageedit.testing.Deployment;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.endpoint.Stage;
import io.github.s3imageedit.testing.s3.EmbeddedS3;
import io.github.s3imageedit.testing.s3.EventSubscription;
import io.github.s3imageedit.testing.s3.Moment;
import io.github.s3imageedit.testing.s3.RequestHook.Then;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Everything that makes a function call AWS, whichever the function. */
final class Scenes {
    private static final Map<String, String> PROMPT = Map.of("prompt", "add a hat");

    private final Door door;
    private final Deployment deployment;
    private final String prefix;

    Scenes(Door door, String prefix) {
        this.door = door;
        this.deployment = door.deployment();
        this.prefix = prefix + door.name() + "/";
    }

    void play(EmbeddedS3 s3) throws IOException {
        edits("cats/tom & jerry (1)+@ 50% %41 'x'\\*?$!.png");
        edits("日本語 😀//../[a]~.png");
        editsWithParts();
        editsWhatIsTagged();
        skipsWhatIsGone();
        refuses();
        resumes(s3);
    }

    /** And the same again: a duplicate. */
    private void edits(String name) throws IOException {
        deployment.upload(prefix + name, Samples.png(40, 30), PROMPT);
        String event = door.event(prefix + name);
        door.deliver(event);
        door.deliver(event);
        assertStatus(name, "succeeded");
    }

    private void editsWithParts() throws IOException {
        part("beside.png.mask.png", Samples.pngWithAlpha(40, 30));
        edits("beside.png");
        part("mask.png", Samples.pngWithAlpha(40, 30));
        part("second.png", Samples.png(30, 30));
        Map<String, String> tags = Map.of("prompt", "hat", "mask", prefix + "mask.png", "image", prefix + "second.png");
        deployment.upload(prefix + "named.png", Samples.png(40, 30), tags);
        door.deliver(door.event(prefix + "named.png"));
        assertStatus("named.png", "succeeded");
    }

    /** Its own event is of no interest. */
    private void part(String name, byte[] content) {
        deployment.upload(prefix + name, content, Map.of());
        deployment.nextEvent();
    }

    private void editsWhatIsTagged() throws IOException {
        part("tagged.png", Samples.png(40, 30));
        deployment.tag(prefix + "tagged.png", PROMPT);
        door.deliver(door.event(prefix + "tagged.png"));
        assertStatus("tagged.png", "succeeded");
    }

    private void skipsWhatIsGone() throws IOException {
        deployment.upload(prefix + "gone.png", Samples.png(40, 30), PROMPT);
        String event = door.event(prefix + "gone.png");
        deployment.delete(prefix + "gone.png");
        door.deliver(event);
        assertThat(deployment.results(outputKey("gone.png"))).isEmpty();
    }

    private void refuses() throws IOException {
        deployment.upload(prefix + "text.png", Samples.text(), PROMPT);
        String event = door.event(prefix + "text.png");
        door.deliver(event);
        // A job asks what the sidecar says.
        door.deliver(event);
        assertStatus("text.png", "failed");
    }

    /** Nothing that it asks of S3 after the call is answered, as if it were dead; the next delivery goes on from there. */
    private void resumes(EmbeddedS3 s3) throws IOException {
        AtomicBoolean dead = new AtomicBoolean();
        EventSubscription death =
                s3.onRequest(call -> dead.get() && call.client().equals(door.name()), Moment.BEFORE, call -> Then.CUT);
        deployment.endpoint().onStage((stage, sequence) -> dead.compareAndSet(false, stage == Stage.BODY_RECEIVED));
        deployment.upload(prefix + "resumed.png", Samples.png(40, 30), PROMPT);
        String event = door.event(prefix + "resumed.png");
        quietly(() -> door.deliver(event, Duration.ofSeconds(10)));
        death.close();
        deployment.endpoint().onStage((stage, sequence) -> {});
        assertThat(deployment.results(outputKey("resumed.png"))).isEmpty();

        door.deliver(event);
        assertStatus("resumed.png", "succeeded");
    }

    /** Direct doors throw, a job's task fails: either way it is to come again. */
    private static void quietly(ThrowingCallable delivery) {
        try {
            delivery.call();
        } catch (Throwable handedBack) {
            System.out.println("handed back: " + handedBack.getMessage());
        }
    }

    /** Versions stay on: the last scenes of an inbox. */
    void playWithVersions() throws IOException {
        deployment.upload(prefix + "version.png", Samples.png(40, 30), PROMPT);
        String first = door.event(prefix + "version.png");
        deployment.upload(prefix + "version.png", Samples.png(50, 30), PROMPT);
        String second = door.event(prefix + "version.png");
        door.deliver(first);
        door.deliver(second);
        assertThat(deployment.results(outputKey("version.png"))).hasSize(4);
    }

    private void assertStatus(String name, String status) {
        assertThat(deployment.sidecar(outputKey(name)).at("/status").asString())
                .as(prefix + name)
                .isEqualTo(status);
    }

    private String outputKey(String name) {
        return SeenCallsIT.OUTPUT_PREFIX + prefix + name;
    }
}
