package io.github.s3imageedit.testing.s3;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedS3IT extends S3BackendContract {
    private final EmbeddedS3Backend backend = new EmbeddedS3Backend();

    @Override
    public S3Backend backend() {
        return backend;
    }

    @AfterAll
    void close() {
        backend.close();
    }
}
