package io.github.s3imageedit.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.trigger.LambdaEvent.BatchJob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The door for S3 Batch Operations: edits the objects of a job's manifest, with the job's user arguments for those that do
 * not say themselves what is to be done.
 *
 * <p>Source: S3 user guide, "Invoke AWS Lambda function".
 */
public final class S3BatchHandler implements RequestStreamHandler {
    private final EditCrew crew;

    /** Lambda's way in: settings come from the environment. */
    public S3BatchHandler() {
        this(Wiring.shared().crew());
    }

    /** A door to a crew that is there already. */
    public S3BatchHandler(EditCrew crew) {
        this.crew = crew;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        LambdaEvent read = EventReader.read(event);
        if (!(read instanceof BatchJob job)) {
            throw UnknownEventException.misdirected(read, "an S3 Batch Operations invocation");
        }
        handle(job, reply, context);
    }

    void handle(BatchJob job, OutputStream reply, Context context) throws IOException {
        JobRun run = new JobRun(job, crew.objection(job.arguments()));
        run.end(
                crew.run(run.errands(), DirectReply.invocation(context)),
                sidecar -> crew.verdict(sidecar, DirectReply.invocation(context)));
        run.writeTo(reply);
    }
}
