package io.github.s3imageedit.app.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The log's back end: lines to standard output, JSON where the function's log format is JSON. It costs a cold start no more
 * than slf4j-simple; libraries that write JSON, and Lambda's own logger, cost it 30 ms and more on top of that.
 *
 * <p>Ours from INFO, others' from WARN; a system property {@code s3-image-edit.log.PREFIX} sets another level.
 */
public final class LogProvider implements SLF4JServiceProvider {
    private static final String OURS = "io.github.s3imageedit.";
    private static final int OFF = Level.ERROR.toInt() + 1;
    private static final Map<String, Integer> LEVELS = Map.of(
            "trace", Level.TRACE.toInt(),
            "debug", Level.DEBUG.toInt(),
            "info", Level.INFO.toInt(),
            "warn", Level.WARN.toInt(),
            "error", Level.ERROR.toInt(),
            "off", OFF);

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();
    private final LineForm form = "JSON".equals(System.getenv("AWS_LAMBDA_LOG_FORMAT")) ? LineForm.JSON : LineForm.TEXT;

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, own -> new LineLogger(own, threshold(own), form));
    }

    static int threshold(String logger) {
        for (int end = logger.length(); end > 0; end = logger.lastIndexOf('.', end - 1)) {
            Integer level = LEVELS.get(System.getProperty("s3-image-edit.log." + logger.substring(0, end), ""));
            if (level != null) {
                return level;
            }
        }
        return (logger.startsWith(OURS) ? Level.INFO : Level.WARN).toInt();
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // All is there already.
    }
}
