package io.github.s3imageedit.testing.s3;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * S3's answer to a request that it does not carry out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
final class S3Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final LinkedHashMap<String, String> details;

    S3Refusal(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    S3Refusal(int status, String code, String message, Map<String, String> details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = new LinkedHashMap<>(details);
    }

    static S3Refusal noSuchKey(String key) {
        return new S3Refusal(404, "NoSuchKey", "The specified key does not exist.", Map.of("Key", key));
    }

    static S3Refusal preconditionFailed(String condition) {
        return new S3Refusal(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold",
                Map.of("Condition", condition));
    }

    int status() {
        return status;
    }

    String xml(S3Call call) {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("Code", code);
        elements.put("Message", String.valueOf(getMessage()));
        elements.putAll(details);
        elements.put("Resource", "/" + call.bucket() + "/" + call.key());
        elements.put("RequestId", "EMBEDDED");
        return Xml.element("Error", elements);
    }
}
