package io.github.s3imageedit.testing.s3;

import java.util.Map;
import java.util.Set;

/** S3's operations, as far as the embedded S3 tells them apart. */
public enum Operation {
    LIST_BUCKETS,
    CREATE_BUCKET,
    DELETE_BUCKET,
    HEAD_BUCKET,
    LIST_OBJECTS,
    LIST_OBJECTS_V2,
    LIST_OBJECT_VERSIONS,
    LIST_MULTIPART_UPLOADS,
    DELETE_OBJECTS,
    POST_OBJECT,
    OTHER_OF_BUCKET,
    PUT_OBJECT,
    COPY_OBJECT,
    GET_OBJECT,
    HEAD_OBJECT,
    DELETE_OBJECT,
    PUT_OBJECT_TAGGING,
    GET_OBJECT_TAGGING,
    DELETE_OBJECT_TAGGING,
    CREATE_MULTIPART_UPLOAD,
    UPLOAD_PART,
    LIST_PARTS,
    COMPLETE_MULTIPART_UPLOAD,
    ABORT_MULTIPART_UPLOAD,
    OTHER_OF_OBJECT;

    static Operation ofBucket(String method, Map<String, String> query) {
        boolean plain = query.keySet().stream().allMatch(name -> name.equals("x-id"));
        return switch (method) {
            case "PUT" -> plain ? CREATE_BUCKET : OTHER_OF_BUCKET;
            case "DELETE" -> plain ? DELETE_BUCKET : OTHER_OF_BUCKET;
            case "HEAD" -> HEAD_BUCKET;
            case "POST" -> query.containsKey("delete") ? DELETE_OBJECTS : POST_OBJECT;
            default -> listing(query);
        };
    }

    private static Operation listing(Map<String, String> query) {
        if (query.containsKey("versions")) {
            return LIST_OBJECT_VERSIONS;
        }
        if (query.containsKey("uploads")) {
            return LIST_MULTIPART_UPLOADS;
        }
        if (query.containsKey("list-type")) {
            return LIST_OBJECTS_V2;
        }
        return query.isEmpty() || query.keySet().stream().anyMatch(name -> LISTING_PARAMETERS.contains(name))
                ? LIST_OBJECTS
                : OTHER_OF_BUCKET;
    }

    static Operation ofObject(String method, Map<String, String> query, Map<String, String> headers) {
        if (query.containsKey("tagging")) {
            return tagging(method);
        }
        if (query.containsKey("uploadId") || query.containsKey("uploads")) {
            return multipart(method, query);
        }
        if (query.keySet().stream().anyMatch(SUBRESOURCES::contains)) {
            return OTHER_OF_OBJECT;
        }
        return switch (method) {
            case "PUT" -> headers.containsKey("x-amz-copy-source") ? COPY_OBJECT : PUT_OBJECT;
            case "GET" -> GET_OBJECT;
            case "HEAD" -> HEAD_OBJECT;
            case "DELETE" -> DELETE_OBJECT;
            default -> OTHER_OF_OBJECT;
        };
    }

    private static Operation tagging(String method) {
        return switch (method) {
            case "PUT" -> PUT_OBJECT_TAGGING;
            case "DELETE" -> DELETE_OBJECT_TAGGING;
            default -> GET_OBJECT_TAGGING;
        };
    }

    private static Operation multipart(String method, Map<String, String> query) {
        return switch (method) {
            case "PUT" -> UPLOAD_PART;
            case "DELETE" -> ABORT_MULTIPART_UPLOAD;
            case "POST" -> query.containsKey("uploads") ? CREATE_MULTIPART_UPLOAD : COMPLETE_MULTIPART_UPLOAD;
            default -> LIST_PARTS;
        };
    }

    private static final Set<String> LISTING_PARAMETERS =
            Set.of("prefix", "delimiter", "marker", "max-keys", "encoding-type");
    private static final Set<String> SUBRESOURCES =
            Set.of("acl", "attributes", "legal-hold", "retention", "torrent", "restore", "select");
}
