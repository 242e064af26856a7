package io.github.s3imageedit.app.log;

import java.time.Instant;
import org.slf4j.event.Level;

/** How log lines look. */
enum LineForm {
    /** For people at a terminal; Lambda adds the time. */
    TEXT,
    /** One JSON object an entry, as the other lines of a function whose log format is JSON. */
    JSON;

    String line(Level level, String logger, String message, Instant time) {
        return switch (this) {
            case TEXT -> level + " " + logger.substring(logger.lastIndexOf('.') + 1) + " - " + message;
            case JSON ->
                JsonLine.of(time, level, json -> {
                    json.writeStringField("logger", logger);
                    json.writeStringField("message", message);
                });
        };
    }
}
