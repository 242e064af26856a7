package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.UploadEvent;
import java.util.List;

/**
 * One upload that an event names, to be seen to beside others.
 *
 * @param readings what the event may mean by its key, the likeliest first; the first that is there counts
 * @param lane errands of one lane are done one after the other, in their order
 * @param strict whether what is handed back holds up the lane's rest, which is then handed back, too
 */
public record Errand(List<UploadEvent> readings, Object lane, boolean strict) {
    public Errand {
        readings = List.copyOf(readings);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("an errand without an object");
        }
    }

    /** An upload by itself; others of the same object wait for it, and mostly find it done. */
    public static Errand of(List<UploadEvent> readings) {
        ObjectRef object = readings.getFirst().object();
        return new Errand(readings, object.sibling(object.key()), false);
    }

    /** What is asked for, by its likeliest reading. */
    public ObjectRef object() {
        return readings.getFirst().object();
    }
}
