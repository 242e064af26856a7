package io.github.s3imageedit.testing.endpoint;

/** What is to happen while a reply is sent: behind its head, in the middle of its body, at its end. */
record Progress(Runnable begun, Runnable midway, Runnable done) {
    static Progress unheard() {
        return new Progress(() -> {}, () -> {}, () -> {});
    }
}
