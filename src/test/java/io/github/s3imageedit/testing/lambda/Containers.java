package io.github.s3imageedit.testing.lambda;

/** What functions in containers of their own need to know of this machine. */
public final class Containers {
    /** This machine, by the name that containers know it by. */
    public static final String HOST = "host.docker.internal";

    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

    private Containers() {}

    /** This machine's, as the template calls it. */
    public static String architecture() {
        return ARM ? "arm64" : "x86_64";
    }
}
