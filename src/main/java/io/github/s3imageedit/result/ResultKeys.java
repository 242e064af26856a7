package io.github.s3imageedit.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.ObjectRef;

/**
 * Where the results of an edit lie.
 *
 * @param prefix before every key
 * @param template with {@code {key}}, {@code {edit}}, {@code {index}} and {@code {ext}}
 */
public record ResultKeys(String bucket, String prefix, String template) {
    /** S3's own limit, in bytes of UTF-8. */
    private static final int MAX_KEY_BYTES = 1024;

    private static final String KEY = "{key}";
    private static final int HASH_DIGITS = 16;

    /**
     * Where a picture lies.
     *
     * @param index from 0
     */
    public ObjectRef picture(EditJob job, int index, ImageType type) {
        return result(job, index == 0 ? "" : "-" + (index + 1), type.extension());
    }

    public ObjectRef sidecar(EditJob job) {
        return result(job, "", "json");
    }

    /** Whether a place is where results lie, whatever lies there. */
    public boolean isOutput(ObjectRef object) {
        return object.bucket().equals(bucket) && object.key().startsWith(prefix);
    }

    private ObjectRef result(EditJob job, String index, String extension) {
        String filled = prefix
                + template.replace("{edit}", job.id().value())
                        .replace("{index}", index)
                        .replace("{ext}", extension);
        String withoutKey = filled.replace(KEY, "");
        int occurrences = (filled.length() - withoutKey.length()) / KEY.length();
        int room = MAX_KEY_BYTES - bytes(withoutKey);
        String key = job.source().object().key();
        return ObjectRef.latest(
                bucket, occurrences == 0 ? filled : filled.replace(KEY, shortened(key, room / occurrences)));
    }

    private static String shortened(String key, int maxBytes) {
        if (bytes(key) <= maxBytes) {
            return key;
        }
        String ending = "~" + Sha256.hexOf(key).substring(0, HASH_DIGITS);
        int room = maxBytes - bytes(ending);
        int end = 0;
        int used = 0;
        while (end < key.length()) {
            int next = key.offsetByCodePoints(end, 1);
            used += bytes(key.substring(end, next));
            if (used > room) {
                break;
            }
            end = next;
        }
        return key.substring(0, end) + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
