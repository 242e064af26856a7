package io.github.s3imageedit.edit;

import java.util.Locale;
import java.util.Optional;

/**
 * Whose fault is it? The one place that knows, by the endpoint's code first and the status second.
 *
 * <p>Sources: the error tables of Lumenfall and OpenAI; Azure OpenAI's content filter codes.
 */
final class Failures {
    private enum Blame {
        UPLOAD,
        MODEL,
        MOMENT,
        US,
        UNKNOWN_OUTCOME,
        NOBODY
    }

    private Failures() {}

    /** @param error what the body told, if it was JSON and told anything */
    static EditReply reply(
            ReplyHead head, Optional<EndpointError> error, boolean modelNamedByUpload, ReplyFacts facts) {
        EndpointError told = error.orElseGet(() -> EndpointError.of(
                head.status(), "http_" + head.status(), "The endpoint answered with status " + head.status() + "."));
        return switch (blame(head.status(), error, modelNamedByUpload)) {
            case UPLOAD -> new EditReply.Rejected(told, facts);
            case MODEL -> modelNamedByUpload ? new EditReply.Rejected(told, facts) : new EditReply.Denied(told);
            case MOMENT -> new EditReply.Busy(told, head.retryAfter());
            case US -> new EditReply.Denied(told);
            case UNKNOWN_OUTCOME ->
                new EditReply.Unknown(
                        "The endpoint answered with status " + head.status() + " and no error of its own.",
                        Optional.of(head.status()));
            case NOBODY -> new EditReply.Unusable(told, facts);
        };
    }

    private static Blame blame(int status, Optional<EndpointError> error, boolean modelNamedByUpload) {
        return error.flatMap(EndpointError::code)
                .flatMap(Failures::byCode)
                .or(() -> error.filter(told -> status == 404 && modelNamedByUpload && speaksOfModel(told))
                        .map(told -> Blame.MODEL))
                .orElseGet(() -> byStatus(status, error.isPresent()));
    }

    private static boolean speaksOfModel(EndpointError error) {
        return error.message().orElse("").toLowerCase(Locale.ROOT).contains("model");
    }

    private static Optional<Blame> byCode(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "invalid_request",
                    "unknown_parameter",
                    "unsupported_file_mimetype",
                    "invalid_image_file",
                    "invalid_mask_image_format",
                    "content_policy_violation",
                    "moderation_blocked",
                    "content_filter",
                    "contentfilter",
                    "responsibleaipolicyviolation" -> Optional.of(Blame.UPLOAD);
            case "model_not_found", "model_disabled", "deploymentnotfound" -> Optional.of(Blame.MODEL);
            case "rate_limited", "rate_limit_exceeded", "all_providers_exhausted", "internal_error" ->
                Optional.of(Blame.MOMENT);
            case "authentication_failed",
                    "invalid_api_key",
                    "insufficient_balance",
                    "insufficient_quota",
                    "billing_error",
                    "billing_hard_limit_reached" -> Optional.of(Blame.US);
            default -> Optional.empty();
        };
    }

    /** Statuses by which an edge says that it gave up waiting, often with JSON of its own: then only a true envelope counts. */
    static boolean isOpen(int status) {
        return status == 408 || status == 504 || (status >= 520 && status <= 529);
    }

    private static Blame byStatus(int status, boolean toldError) {
        return switch (status) {
            case 400, 413, 415, 422, 451 -> Blame.UPLOAD;
            case 409, 425, 429 -> Blame.MOMENT;
            default -> byFamily(status, toldError);
        };
    }

    private static Blame byFamily(int status, boolean toldError) {
        // What an edge had passed on may have been done; an error in the endpoint's own form says that it was not.
        if (isOpen(status)) {
            return toldError ? Blame.MOMENT : Blame.UNKNOWN_OUTCOME;
        }
        return switch (status / 100) {
            case 2 -> Blame.NOBODY;
            case 5 -> Blame.MOMENT;
            default -> Blame.US;
        };
    }
}
