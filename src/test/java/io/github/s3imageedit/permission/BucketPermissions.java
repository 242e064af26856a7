package io.github.s3imageedit.permission;

import io.github.s3imageedit.permission.SeenCall.Resource;
import io.github.s3imageedit.testing.s3.S3Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The permissions that S3 asks for before it does what a request says.
 *
 * <p>Source: S3 user guide, "Required permissions for Amazon S3 API operations", and "Conditional writes" for
 * {@code If-Match}.
 *
 * @param inputPrefix below which uploads lie, so that a call beside it is no call of the functions'
 */
record BucketPermissions(String inbox, String inputPrefix, String outbox, String outputPrefix) {
    private static final Set<String> FURTHER_PERMISSIONS = Set.of(
            "x-amz-tagging",
            "x-amz-acl",
            "x-amz-object-lock-mode",
            "x-amz-object-lock-legal-hold",
            "x-amz-bypass-governance-retention",
            "x-amz-copy-source");

    /** @param found whether the object that it names is there */
    List<SeenCall> of(S3Call call, boolean found) {
        if (!Collections.disjoint(call.headers().keySet(), FURTHER_PERMISSIONS)) {
            throw refusal(call, "one of its headers asks for a permission of its own: " + call.headers());
        }
        return switch (call.operation()) {
            case GET_OBJECT, HEAD_OBJECT -> reading(call, found, "");
            case GET_OBJECT_TAGGING -> reading(call, found, "Tagging");
            case PUT_OBJECT -> writing(call);
            case LIST_OBJECTS, LIST_OBJECTS_V2 -> List.of(listing(call));
            default -> throw refusal(call, "no permission is known for it");
        };
    }

    private List<SeenCall> reading(S3Call call, boolean found, String what) {
        String version = call.parameter("versionId").isPresent() ? "Version" : "";
        List<SeenCall> needed = new ArrayList<>(List.of(object(call, "s3:GetObject" + version + what)));
        if (!found) {
            // Without it S3 says 403, and nobody can tell a missing object from a wrong permission.
            needed.add(listing(call));
        }
        return needed;
    }

    private List<SeenCall> writing(S3Call call) {
        SeenCall put = object(call, "s3:PutObject");
        return call.header("if-match").isPresent() ? List.of(put, object(call, "s3:GetObject")) : List.of(put);
    }

    private SeenCall listing(S3Call call) {
        return new SeenCall("s3:ListBucket", isInput(call) ? Resource.INPUT_BUCKET : Resource.OUTPUT_BUCKET, "");
    }

    private SeenCall object(S3Call call, String action) {
        String prefix = isInput(call) ? inputPrefix : outputPrefix;
        if (!call.key().startsWith(prefix)) {
            throw refusal(call, "its key does not lie below " + prefix);
        }
        return new SeenCall(
                action,
                isInput(call) ? Resource.INPUT_OBJECT : Resource.OUTPUT_OBJECT,
                call.key().substring(prefix.length()));
    }

    private boolean isInput(S3Call call) {
        if (call.bucket().equals(inbox)) {
            return true;
        }
        if (!call.bucket().equals(outbox)) {
            throw refusal(call, "its bucket is neither of ours");
        }
        return false;
    }

    private static AssertionError refusal(S3Call call, String reason) {
        return new AssertionError(
                call.operation() + " of s3://" + call.bucket() + "/" + call.key() + " was not foreseen: " + reason);
    }
}
