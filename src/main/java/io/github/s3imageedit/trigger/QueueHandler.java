package io.github.s3imageedit.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.s3imageedit.app.Wiring;
import io.github.s3imageedit.pipeline.EditCrew;
import io.github.s3imageedit.pipeline.Redelivery;
import io.github.s3imageedit.trigger.LambdaEvent.QueueBatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/**
 * The door for an SQS queue: edits what a batch's messages name, all of them at once, and reports the messages that have to
 * come again. The event source mapping must have {@code ReportBatchItemFailures}: without it SQS takes every answer for
 * success.
 */
public final class QueueHandler implements RequestStreamHandler {
    /** Of what is left at the end, for changing visibilities; answering takes no time to speak of. */
    private static final int PATIENCE_SHARE = 4;

    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(5);

    /**
     * So long a dead holder of an edit may look alive. For a living one a whole batch's invocation would be kept waiting, and
     * the message comes again anyway.
     */
    private static final Duration WITH_OTHERS = Duration.ofSeconds(100);

    private final EditCrew crew;
    private final Redelivery redelivery;

    /** Lambda's way in: settings come from the environment. */
    public QueueHandler() {
        this(Wiring.shared().crew(), Wiring.shared().redelivery());
    }

    /** A door to a crew that is there already. */
    public QueueHandler(EditCrew crew, Redelivery redelivery) {
        this.crew = crew;
        this.redelivery = redelivery;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        switch (EventReader.read(event)) {
            case QueueBatch batch -> handle(batch, reply, context);
            case LambdaEvent.Empty empty -> handle(new QueueBatch(List.of()), reply, context);
            case LambdaEvent.Told other -> throw misdirected(other);
            case LambdaEvent.BatchJob other -> throw misdirected(other);
        }
    }

    private static UnknownEventException misdirected(LambdaEvent event) {
        return UnknownEventException.misdirected(event, "a batch of SQS messages");
    }

    void handle(QueueBatch batch, OutputStream reply, Context context) throws IOException {
        BatchRun run = new BatchRun(batch.messages());
        run.end(crew.run(run.errands(), DirectReply.invocation(context).withPatience(WITH_OTHERS)));
        run.delays().forEach((queue, delays) -> redelivery.delay(queue, delays, patience(context)));
        run.writeTo(reply);
    }

    private static Duration patience(Context context) {
        Duration share = DirectReply.timeLeft(context).dividedBy(PATIENCE_SHARE);
        return share.compareTo(LONGEST_PATIENCE) < 0 ? share : LONGEST_PATIENCE;
    }
}
