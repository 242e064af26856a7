package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.EndpointError;
import io.github.s3imageedit.job.Fault;
import io.github.s3imageedit.result.SidecarError;
import io.github.s3imageedit.result.SidecarError.Blame;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in a sidecar why there is no picture, so that the person who uploaded it knows what to do. */
final class Words {
    private static final String RUN_ANEW =
            "To run it again, at its price, delete this sidecar and set the picture's tags again, or upload it again"
                    + " with a tag \"variation\".";

    private Words() {}

    static SidecarError refused(Fault fault) {
        return new SidecarError(fault.code(), fault.message(), fault.hint(), Optional.empty(), Blame.UPLOAD);
    }

    static SidecarError rejected(EndpointError error, String model) {
        String code = error.code().orElse("http_" + error.status());
        String told =
                error.message().map(message -> " It says: " + sentence(message)).orElse("");
        return new SidecarError(
                code,
                opening(code, error.status(), model) + told,
                hint(code, error.status()),
                Optional.of(error.status()),
                Blame.UPLOAD);
    }

    private static String sentence(String message) {
        return message.matches("(?s).*[.!?]\\s*") ? message : message + ".";
    }

    private static String opening(String code, int status, String model) {
        return switch (kind(code, status)) {
            case POLICY -> "The edit service declined the picture or the prompt by its content policy.";
            case MODEL -> "The edit service has no model \"" + model + "\".";
            case SIZE -> "The edit service finds the picture too large.";
            case FORMAT -> "The edit service cannot read the picture.";
            case OTHER -> "The edit service refused what the upload asks.";
        };
    }

    private static String hint(String code, int status) {
        return switch (kind(code, status)) {
            case POLICY -> "Use other words or another picture, and upload it again.";
            case MODEL -> "Correct the tag \"model\", or remove it to use the default.";
            case SIZE -> "Make the picture smaller and upload it again.";
            case FORMAT -> "Save the picture anew as PNG, JPEG or WebP and upload it again.";
            case OTHER -> "Correct the tags by what the service says, or ask for something else.";
        };
    }

    private enum Kind {
        POLICY,
        MODEL,
        SIZE,
        FORMAT,
        OTHER
    }

    private static Kind kind(String code, int status) {
        String plain = code.toLowerCase(Locale.ROOT);
        if (plain.contains("policy") || plain.contains("moderation") || plain.contains("content")) {
            return Kind.POLICY;
        }
        if (plain.startsWith("model_") || status == 404) {
            return Kind.MODEL;
        }
        if (status == 413) {
            return Kind.SIZE;
        }
        return status == 415 || plain.contains("image") || plain.contains("mimetype") ? Kind.FORMAT : Kind.OTHER;
    }

    static SidecarError unusable(EndpointError error) {
        return new SidecarError(
                error.code().orElse("unusable_reply"),
                error.message().map(Words::sentence).orElse("The edit service's answer cannot be used."),
                "The edit service may have charged for this. " + RUN_ANEW,
                Optional.of(error.status()),
                Blame.SERVICE);
    }

    /** @param lost the calls whose outcomes are unknown; the last one is spoken of */
    static SidecarError unknown(List<Attempt> lost, String message) {
        String times = lost.size() > 1 ? lost.size() + " times" : "once";
        return new SidecarError(
                "unknown_outcome",
                "The request was sent " + times + ", but its result did not arrive. " + message,
                "The edit service may have charged for this, so it was not sent again. " + RUN_ANEW,
                lost.getLast().status(),
                Blame.SERVICE);
    }

    /** Money may be gone: whoever reads the sidecar learns when, and how much, as far as anyone knows. */
    static String lostCall(Attempt attempt) {
        String cost = attempt.charge()
                .map(charge -> " and was charged "
                        + charge.cost()
                                .map(digits -> digits + " " + charge.currency().orElse(""))
                                .orElse("for")
                                .strip()
                        + charge.requestId().map(id -> " (request " + id + ")").orElse(""))
                .orElse(", and may have been charged for");
        return "The call of " + attempt.at().truncatedTo(ChronoUnit.SECONDS) + " was made" + cost
                + ", but its result is lost.";
    }

    static SidecarError lost(String code, String reason) {
        return new SidecarError(
                code,
                "The picture was edited, but the result could not be taken. " + reason,
                "It has been paid for and was not asked for again. " + RUN_ANEW,
                Optional.empty(),
                Blame.SERVICE);
    }
}
