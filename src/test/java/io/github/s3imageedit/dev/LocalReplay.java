package io.github.s3imageedit.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.testing.SampleEvent;
import io.github.s3imageedit.testing.Samples;
import io.github.s3imageedit.testing.lambda.LocalContext;
import io.github.s3imageedit.trigger.EditHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Hands the files of {@code events/} to the handler, as their senders would, with the pictures that they name in place. */
final class LocalReplay {
    private static final Duration LAMBDA_TIMEOUT = Duration.ofMinutes(8);

    private final S3Client client;
    private final EditHandler handler;

    LocalReplay(S3Client client, EditHandler handler) {
        this.client = client;
        this.handler = handler;
    }

    /**
     * Replays events.
     *
     * @param which {@code all}, or one file
     * @return whether everything was decided
     */
    boolean run(String which, String inbox, Runnable afterwards) {
        List<SampleEvent> samples = which.equals("all")
                ? SampleEvent.all()
                : List.of(SampleEvent.named(String.valueOf(Path.of(which).getFileName())));
        boolean right = true;
        for (SampleEvent sample : samples) {
            System.out.println();
            System.out.println("events/" + sample.name() + ", which names " + sample.keys());
            sample.keys().forEach(key -> upload(inbox, key));
            right &= invoke(sample);
            afterwards.run();
        }
        return right;
    }

    private void upload(String inbox, String key) {
        client.putObject(
                request -> request.bucket(inbox).key(key).tagging("prompt=add+a+red+hat"),
                RequestBody.fromBytes(Samples.harbour()));
    }

    private boolean invoke(SampleEvent sample) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(sample.text().getBytes(UTF_8)), reply, LocalContext.with(LAMBDA_TIMEOUT));
        } catch (IOException | RuntimeException failed) {
            System.out.println("the function failed: " + failed.getMessage());
            return false;
        }
        String words = reply.toString(UTF_8);
        System.out.println("the function answered " + words);
        return !words.contains("itemIdentifier") && !words.contains("Failure\",\"resultString");
    }
}
