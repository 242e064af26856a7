package io.github.s3imageedit.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;

/** Standard output, which Lambda sends to CloudWatch line by line. */
public final class Lines {
    private Lines() {}

    /** Many uploads log at once: a line goes out whole, in one write. */
    public static void print(String line) {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        PrintStream out = System.out;
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}
