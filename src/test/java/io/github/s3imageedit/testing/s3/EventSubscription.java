package io.github.s3imageedit.testing.s3;

/** A listener or hook that can be taken away again. */
public interface EventSubscription extends AutoCloseable {
    @Override
    void close();
}
