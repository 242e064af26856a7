package io.github.s3imageedit.trigger;

import io.github.s3imageedit.job.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event, by the reply that its sender expects. */
sealed interface LambdaEvent {
    /** What it is called in messages. */
    String name();

    /** Tells of uploads; its sender hears of success or failure, and waits for no reply. */
    sealed interface Told extends LambdaEvent {
        List<Mention> mentions();
    }

    /** S3 or SNS tells of uploads. */
    record Notification(List<Mention> mentions) implements Told {
        public Notification {
            mentions = List.copyOf(mentions);
        }

        @Override
        public String name() {
            return "an S3 notification";
        }
    }

    /** A list without records: whoever sends it, nothing is to be done. */
    record Empty() implements Told {
        @Override
        public List<Mention> mentions() {
            return List.of();
        }

        @Override
        public String name() {
            return "an event without records";
        }
    }

    /** EventBridge tells of an upload. */
    record Routed(List<Mention> mentions) implements Told {
        public Routed {
            mentions = List.copyOf(mentions);
        }

        @Override
        public String name() {
            return "an EventBridge event";
        }
    }

    /** Messages of a queue, which wants to know what to deliver again. */
    record QueueBatch(List<QueueMessage> messages) implements LambdaEvent {
        public QueueBatch {
            messages = List.copyOf(messages);
        }

        @Override
        public String name() {
            return "a batch of SQS messages";
        }
    }

    /**
     * Part of an S3 Batch Operations job, which wants a result for each task.
     *
     * @param schema {@code 1.0} or {@code 2.0}
     */
    record BatchJob(String schema, String invocation, Map<String, String> arguments, List<BatchTask> tasks)
            implements LambdaEvent {
        public BatchJob {
            arguments = Map.copyOf(arguments);
            tasks = List.copyOf(tasks);
        }

        @Override
        public String name() {
            return "an S3 Batch Operations invocation";
        }
    }

    /**
     * One message of a queue.
     *
     * @param id by which it is given back; empty in what is not from SQS, which always has one
     * @param receipt by which its visibility can be changed
     * @param queue the queue's ARN
     * @param receiveCount how often it has been delivered, this time included
     * @param group whose messages keep their order, in FIFO queues
     * @param body empty where there is none that can be read
     */
    record QueueMessage(
            String id,
            Optional<String> receipt,
            String queue,
            int receiveCount,
            Optional<String> group,
            Optional<String> body) {
        /** The form for messages. */
        @Override
        public String toString() {
            return "message " + (id.isEmpty() ? "without an id" : ObjectRef.visible(id));
        }
    }

    /**
     * One object of a job.
     *
     * @param key as it is spelt in the event
     */
    record BatchTask(String id, Optional<String> bucket, Optional<String> key, Optional<String> version) {}
}
