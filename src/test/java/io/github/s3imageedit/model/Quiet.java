package io.github.s3imageedit.model;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Keeps the log lines of a hundred thousand runs from standard output, where the function's logs go. */
final class Quiet {
    private Quiet() {}

    static <T> T get(Supplier<T> work) {
        PrintStream before = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return work.get();
        } finally {
            System.setOut(before);
        }
    }
}
