package io.github.s3imageedit.testing.s3;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** LocalStack held to the contract; where it differs from S3, it is named here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackIT extends S3BackendContract {
    private Optional<LocalStackBackend> backend = Optional.empty();

    @BeforeAll
    void start() {
        backend = LocalStackBackend.ifAvailable();
        Assumptions.assumeTrue(backend.isPresent(), "LocalStack is not to be had here");
    }

    @Override
    public S3Backend backend() {
        return backend.orElseThrow();
    }

    @Override
    public Set<Difference> differences() {
        return EnumSet.allOf(Difference.class);
    }

    @Override
    public String keyInEvent(String key) {
        return LocalStackDifferences.keyInEvent(key);
    }

    @Override
    public String codeOfBadTag() {
        return "InvalidArgument";
    }

    @Override
    public String wordInMetadata() {
        return "=?UTF-8?Q?=C3=A4?=";
    }

    @AfterAll
    void close() {
        backend.ifPresent(LocalStackBackend::close);
    }
}
