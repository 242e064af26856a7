package io.github.s3imageedit.trigger;

/** An event that is not of the shape that a door takes: an error, for silence would look like success. */
public final class UnknownEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEventException(String message) {
        super(message);
    }

    /** An event that has come to the wrong door. */
    static UnknownEventException misdirected(LambdaEvent event, String expected) {
        return new UnknownEventException("this handler takes " + expected + ", but the event is " + event.name()
                + "; io.github.s3imageedit.trigger.EditHandler takes all");
    }
}
