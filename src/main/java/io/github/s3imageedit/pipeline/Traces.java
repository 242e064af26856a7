package io.github.s3imageedit.pipeline;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where something unforeseen happened, without its words: these may quote a link that is as good as a key. */
final class Traces {
    private static final int MOST_CAUSES = 5;

    private Traces() {}

    static String of(Throwable failure) {
        return Stream.iterate(failure, found -> found != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(found -> found.getClass().getName()
                        + Arrays.stream(found.getStackTrace())
                                .map(frame -> "\n\tat " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\ncaused by "));
    }
}
