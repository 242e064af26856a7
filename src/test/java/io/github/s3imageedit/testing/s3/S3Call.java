package io.github.s3imageedit.testing.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request that reached the embedded S3; bucket and key are empty where it names none, header names are in lower
 * case, and what proves identity is left out.
 *
 * @param client the access key id that it was signed with, by which tests tell processes apart; empty where unsigned
 */
public record S3Call(
        Operation operation,
        String bucket,
        String key,
        String client,
        Map<String, String> query,
        Map<String, String> headers) {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,]+)/");

    public S3Call {
        query = Collections.unmodifiableMap(query);
        headers = Collections.unmodifiableMap(headers);
    }

    static S3Call of(HttpServletRequest request) {
        String[] path = request.getRequestURI().split("/", 3);
        String bucket = path.length > 1 ? path[1] : "";
        String key = path.length > 2 ? SafeKey.original(path[2]) : "";
        Map<String, String> query =
                UrlCoding.query(Optional.ofNullable(request.getQueryString()).orElse(""));
        Map<String, String> headers = headersOf(request);
        Operation operation = operation(request.getMethod(), bucket, key, query, headers);
        return new S3Call(operation, bucket, key, signer(request.getHeader("authorization")), query, headers);
    }

    /** The access key id in an {@code Authorization} header; empty where there is none. */
    public static String signer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .map(CREDENTIAL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse("");
    }

    private static Operation operation(
            String method, String bucket, String key, Map<String, String> query, Map<String, String> headers) {
        if (bucket.isEmpty()) {
            return Operation.LIST_BUCKETS;
        }
        return key.isEmpty() ? Operation.ofBucket(method, query) : Operation.ofObject(method, query, headers);
    }

    private static Map<String, String> headersOf(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        headers.keySet().removeAll(Set.of("authorization", "x-amz-security-token"));
        return headers;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    String safeKey() {
        return SafeKey.of(key);
    }

    Optional<String> versionId() {
        return parameter("versionId");
    }
}
