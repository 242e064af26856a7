package io.github.s3imageedit.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.ObjectRef;

/**
 * Where the results of an edit lie.
 *
 * @param prefix before every key, as it stands
 * @param template with {@code {key}}, {@code {edit}}, {@code {index}} and {@code {ext}}
 */
public record ResultKeys(String bucket, String prefix, String template) {
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

    /** Whether the longest result has room for a key, as its hash at least. */
    public boolean leavesRoom() {
        return room(filled("0".repeat(HASH_DIGITS), "-10", "json")) > HASH_DIGITS;
    }

    private ObjectRef result(EditJob job, String index, String extension) {
        String filled = filled(job.id().value(), index, extension);
        String key = shortened(job.source().object().key(), room(filled));
        return ObjectRef.latest(bucket, prefix + filled.replace(KEY, key));
    }

    private String filled(String edit, String index, String extension) {
        return template.replace("{edit}", edit).replace("{index}", index).replace("{ext}", extension);
    }

    /** How many bytes each key may have. */
    private int room(String filled) {
        String withoutKey = filled.replace(KEY, "");
        int occurrences = (filled.length() - withoutKey.length()) / KEY.length();
        return (ObjectRef.MAX_KEY_BYTES - bytes(prefix) - bytes(withoutKey)) / Math.max(occurrences, 1);
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
