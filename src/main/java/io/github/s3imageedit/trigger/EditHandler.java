package io.github.s3imageedit.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.pipeline.Redelivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The door that is deployed: takes every event that one of the others takes, and answers as its sender expects. Takes also
 * the records of failed asynchronous invocations, so that dead letters can be sent again as they are.
 */
public final class EditHandler implements RequestStreamHandler {
    private final DirectReply direct;
    private final QueueHandler queue;
    private final S3BatchHandler batch;

    /** Lambda's way in: settings come from the environment. */
    public EditHandler() {
        this(Wiring.shared().crew(), Wiring.shared().redelivery());
    }

    /** A door to a crew that is there already. */
    public EditHandler(EditCrew crew, Redelivery redelivery) {
        this.direct = new DirectReply(crew);
        this.queue = new QueueHandler(crew, redelivery);
        this.batch = new S3BatchHandler(crew);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        switch (EventReader.read(event)) {
            case LambdaEvent.Told told -> direct.handle(told.mentions(), reply, context);
            case LambdaEvent.QueueBatch messages -> queue.handle(messages, reply, context);
            case LambdaEvent.BatchJob job -> batch.handle(job, reply, context);
        }
    }
}
