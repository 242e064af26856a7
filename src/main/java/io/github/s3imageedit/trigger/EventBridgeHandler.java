package io.github.s3imageedit.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.pipeline.EditCrew;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The door for an EventBridge rule's events, "Object Created" and "Object Tags Added" from S3; retries and failures are as
 * at {@link S3NotificationHandler}.
 */
public final class EventBridgeHandler implements RequestStreamHandler {
    private final DirectReply direct;

    /** Lambda's way in: settings come from the environment. */
    public EventBridgeHandler() {
        this(Wiring.shared().crew());
    }

    /** A door to a crew that is there already. */
    public EventBridgeHandler(EditCrew crew) {
        this.direct = new DirectReply(crew);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        LambdaEvent read = EventReader.read(event);
        if (!(read instanceof LambdaEvent.Routed routed)) {
            throw UnknownEventException.misdirected(read, "an EventBridge event of S3");
        }
        direct.handle(routed.mentions(), reply, context);
    }
}
