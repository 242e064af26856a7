package io.github.s3imageedit.result;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeader.Dimensions;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Origin;
import io.github.s3imageedit.job.Parameter;
import io.github.s3imageedit.job.Parameters;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sidecars of each kind, for golden files and the schema. */
final class Sidecars {
    static final String ENDPOINT = "https://api.lumenfall.ai/openai/v1/images/edits";
    private static final Instant NOON = Instant.parse("2026-11-22T10:00:00Z");

    private Sidecars() {}

    static EditJob job(String key) {
        return job(new Picture(ObjectRef.latest("my-inbox", key), "e1", 183220, header(ImageType.PNG)));
    }

    static EditJob job(Picture source) {
        return new EditJob(new EditId("3f9a1c20b7de4410"), source, Optional.empty(), List.of(), wish());
    }

    private static Wish wish() {
        Map<String, Parameter> parameters = Map.of(
                "model", new Parameter("gemini-3-pro-image", Origin.DEFAULT),
                "prompt", new Parameter("add a \"red\" hat 😀\nand a coat", Origin.TAG),
                "n", new Parameter("2", Origin.SIDE_FILE));
        return new Wish(
                new Parameters(new TreeMap<>(parameters)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static Optional<ImageHeader> header(ImageType type) {
        return Optional.of(new ImageHeader(type, Optional.of(new Dimensions(1024, 768)), true));
    }

    /** All that a sidecar can tell. */
    static Sidecar succeeded(String cost) {
        return new Sidecar(
                fullJob(),
                Map.of("e1", "a".repeat(64), "m1", "b".repeat(64)),
                ENDPOINT,
                List.of(output(""), output("-2").withRevisedPrompt(Optional.of("A hat, red"))),
                Optional.empty(),
                Optional.of(facts(cost)),
                List.of(
                        attempt(Attempt.Result.UNREACHABLE, Optional.empty()),
                        attempt(Attempt.Result.REFUSED, Optional.of(429)),
                        attempt(Attempt.Result.UNKNOWN, Optional.of(504)),
                        attempt(Attempt.Result.ANSWERED, Optional.of(200))),
                List.of("Asked for 2 pictures, received 1."),
                timings(Optional.of(Duration.ofMillis(900))));
    }

    private static EditJob fullJob() {
        ObjectRef versioned = new ObjectRef("my-inbox", "cats/tom ü😀+%20.png", Optional.of("v7"));
        Picture source = new Picture(versioned, "e1", 183220, header(ImageType.PNG));
        Picture mask = new Picture(versioned.sibling("cats/mask.png"), "m1", 900, header(ImageType.PNG));
        Picture image = new Picture(versioned.sibling("cats/2.jpg"), "i2", 700, header(ImageType.JPEG));
        EditJob job = job(source);
        return new EditJob(job.id(), source, Optional.of(mask), List.of(image), job.wish());
    }

    private static Output output(String index) {
        ObjectRef place = ObjectRef.latest("my-outbox", "cats/tom.png/3f9a1c20b7de4410" + index + ".webp");
        String sha256 = "c".repeat(64);
        return new Output(new Picture(place, sha256, 1500210, header(ImageType.WEBP)), sha256, Optional.empty());
    }

    private static ReplyFacts facts(String cost) {
        return new ReplyFacts(
                Optional.of("req_1"),
                Optional.of(1702345678L),
                Optional.of("1024x1024"),
                Optional.of("webp"),
                Optional.of("gemini-3-pro-image"),
                Optional.of("vertex/gemini-3-pro-image"),
                Optional.of("vertex"),
                Optional.of("Google Vertex AI"),
                Optional.of(cost),
                Optional.of("USD"),
                Optional.of("{\"input_tokens\":1.50,\"details\":{\"text_tokens\":7}}"));
    }

    private static Attempt attempt(Attempt.Result outcome, Optional<Integer> status) {
        return new Attempt(NOON, outcome, status, Duration.ofMillis(8123), Optional.empty());
    }

    private static Timings timings(Optional<Duration> queued) {
        return new Timings(
                queued, Duration.ofMillis(40), Duration.ofMillis(8123), Duration.ofMillis(95), Duration.ofMillis(8300));
    }

    /** Refused before anything was sent. */
    static Sidecar refused() {
        Picture text = new Picture(ObjectRef.latest("my-inbox", "notes.png"), "e9", 20, Optional.empty());
        SidecarError error = new SidecarError(
                "not_a_picture", "It is text.", "Upload a picture.", Optional.empty(), SidecarError.Blame.UPLOAD);
        return failed(job(text), error, Optional.empty(), List.of());
    }

    /** The endpoint answered with something that is no picture. */
    static Sidecar unusable() {
        SidecarError error = new SidecarError(
                "unusable_reply",
                "The reply holds no picture.",
                "Ask them.",
                Optional.of(200),
                SidecarError.Blame.SERVICE);
        return failed(
                job("cats/tom.png"),
                error,
                Optional.of(ReplyFacts.NONE),
                List.of(attempt(Attempt.Result.ANSWERED, Optional.of(200))));
    }

    private static Sidecar failed(EditJob job, SidecarError error, Optional<ReplyFacts> reply, List<Attempt> attempts) {
        return new Sidecar(
                job,
                Map.of(),
                ENDPOINT,
                List.of(),
                Optional.of(error),
                reply,
                attempts,
                List.of(),
                timings(Optional.empty()));
    }
}
