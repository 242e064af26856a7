package io.github.s3imageedit.store;

import io.github.s3imageedit.job.ObjectRef;
import java.util.Set;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What S3's answers mean, decided once.
 *
 * <p>Source: the S3 API reference, "Error responses" and "Conditional requests".
 */
final class S3Failures {
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** Moved, unauthorized, forbidden: waiting mends none of them. */
    private static final Set<Integer> OURS = Set.of(301, 401, 403);

    private static final int MAX_CAUSE = 200;

    private S3Failures() {}

    /** The bytes asked for are gone: no such object or version, a delete marker, or other bytes in their place. */
    static boolean isGone(S3Exception failure) {
        boolean noBucket = "NoSuchBucket".equals(code(failure));
        return switch (failure.statusCode()) {
            case NOT_FOUND -> !noBucket;
            case METHOD_NOT_ALLOWED, PRECONDITION_FAILED -> true;
            // A version id that never was one.
            default -> "NoSuchVersion".equals(code(failure));
        };
    }

    /** A conditional write finds another object than it expects, or none where it expects one. */
    static boolean isConditionUnmet(S3Exception failure) {
        return failure.statusCode() == PRECONDITION_FAILED || "NoSuchKey".equals(code(failure));
    }

    /** Another write of the same key is under way, and who wins is not known yet. */
    static boolean isContested(S3Exception failure) {
        return failure.statusCode() == CONFLICT;
    }

    /** A range was asked of an object without any bytes. */
    static boolean isEmptyObject(S3Exception failure) {
        return failure.statusCode() == RANGE_NOT_SATISFIABLE;
    }

    static StoreException failed(String doing, ObjectRef object, SdkException failure) {
        return failure instanceof S3Exception answer
                ? refused(doing + " " + object, answer)
                : unanswered(doing + " " + object, failure);
    }

    private static StoreException refused(String doing, S3Exception answer) {
        boolean ours = OURS.contains(answer.statusCode()) || "NoSuchBucket".equals(code(answer));
        String advice = ours ? "; check the function's permissions, the bucket's name and its region" : "";
        return new StoreException(
                doing + ": S3 answered " + answer.statusCode() + " " + code(answer) + advice, ours, answer);
    }

    private static StoreException unanswered(String doing, SdkException failure) {
        if (failure instanceof ApiCallTimeoutException) {
            return new StoreException(doing + ": S3 gave no answer in the time that was left", false, failure);
        }
        String cause = String.valueOf(failure.getMessage());
        String reason = cause.substring(0, Math.min(MAX_CAUSE, cause.length()));
        return new StoreException(
                doing + ": S3 gave no answer (" + reason + ")", cause.contains("credentials"), failure);
    }

    private static String code(S3Exception failure) {
        String code = failure.awsErrorDetails() == null
                ? null
                : failure.awsErrorDetails().errorCode();
        return code == null ? "without a code" : code;
    }
}
