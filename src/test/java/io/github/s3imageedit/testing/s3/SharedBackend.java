package io.github.s3imageedit.testing.s3;

/** Starts the backend that all integration tests of a JVM share, at its first use, and stops it at the JVM's end. */
final class SharedBackend {
    private SharedBackend() {}

    static S3Backend get() {
        return Started.BACKEND;
    }

    private static S3Backend start() {
        S3Backend backend = LocalStackBackend.ifAvailable()
                .<S3Backend>map(localStack -> localStack)
                .orElseGet(EmbeddedS3Backend::new);
        System.out.println("integration tests use " + backend.name() + " at " + backend.endpoint());
        Runtime.getRuntime().addShutdownHook(new Thread(backend::close, "s3-backend-end"));
        return backend;
    }

    /** The JVM's own lock for things that are made once. */
    private static final class Started {
        private static final S3Backend BACKEND = start();
    }
}
