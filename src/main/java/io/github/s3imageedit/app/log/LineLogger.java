package io.github.s3imageedit.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes the entries of one class, from a level up. */
final class LineLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final int threshold;
    private final LineForm form;

    /** @param threshold of {@link Level#toInt} */
    LineLogger(String name, int threshold, LineForm form) {
        this.name = name;
        this.threshold = threshold;
        this.form = form;
    }

    private boolean takes(Level level) {
        return level.toInt() >= threshold;
    }

    @Override
    public boolean isTraceEnabled() {
        return takes(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return takes(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return takes(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return takes(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return takes(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        String message = String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments));
        Lines.print(form.line(level, name, failure == null ? message : message + "\n" + trace(failure), Instant.now()));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }
}
