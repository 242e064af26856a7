package io.github.s3imageedit.job;

import java.util.Map;

/** Words that came with an upload by one way. Names are tags' or parameters', values as they stand. */
public record Carrier(Origin origin, Map<String, String> values) {
    public Carrier {
        values = Map.copyOf(values);
    }
}
