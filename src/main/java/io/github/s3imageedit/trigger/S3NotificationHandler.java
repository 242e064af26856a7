package io.github.s3imageedit.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.pipeline.EditPipeline;
import io.github.s3imageedit.pipeline.Invocation;
import io.github.s3imageedit.pipeline.Outcome;
import io.github.s3imageedit.pipeline.Outcome.Cause;
import io.github.s3imageedit.pipeline.Outcome.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for S3's own notifications: edits what they name, and fails where something has to be tried again, so that
 * Lambda does so twice and then hands the event to the on-failure destination.
 */
public final class S3NotificationHandler implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(S3NotificationHandler.class);

    private final EditPipeline pipeline;

    /** Lambda's way in: settings come from the environment. */
    public S3NotificationHandler() {
        this(Wiring.shared().pipeline());
    }

    /** A door to a pipeline that is there already. */
    public S3NotificationHandler(EditPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        Tally tally = new Tally();
        Duration wholeTime = timeLeft(context);
        for (UploadEvent upload : S3Notification.read(event).uploads()) {
            Invocation invocation = new Invocation(context.getAwsRequestId(), wholeTime, timeLeft(context));
            tally.add(upload.object(), run(upload, invocation));
        }
        tally.writeTo(reply);
    }

    private static Duration timeLeft(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis());
    }

    /** One object's unforeseen trouble is not the others'. */
    private Outcome run(UploadEvent upload, Invocation invocation) {
        try {
            return pipeline.run(upload, invocation);
        } catch (RuntimeException e) {
            LOG.error("{}: failed unexpectedly", upload.object(), e);
            return new Unavailable(
                    Cause.OURS, "failed unexpectedly (" + e.getClass().getSimpleName() + ")");
        }
    }
}
