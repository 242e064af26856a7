package io.github.s3imageedit.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.pipeline.EditCrew;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The door for S3's own notifications, straight from S3 or through an SNS topic: edits what they name, and fails where
 * something has to be tried again, so that Lambda does so twice and then hands the event to the on-failure destination.
 */
public final class S3NotificationHandler implements RequestStreamHandler {
    private final DirectReply direct;

    /** Lambda's way in: settings come from the environment. */
    public S3NotificationHandler() {
        this(Wiring.shared().crew());
    }

    /** A door to a crew that is there already. */
    public S3NotificationHandler(EditCrew crew) {
        this.direct = new DirectReply(crew);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        LambdaEvent read = EventReader.read(event);
        if (!(read instanceof LambdaEvent.Told told) || told instanceof LambdaEvent.Routed) {
            throw UnknownEventException.misdirected(read, "an S3 notification, straight from S3 or through SNS");
        }
        direct.handle(told.mentions(), reply, context);
    }
}
