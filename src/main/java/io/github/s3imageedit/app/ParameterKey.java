package io.github.s3imageedit.app;

import io.github.s3imageedit.edit.ApiKey;
import io.github.s3imageedit.edit.ApiKeyUnavailableException;
import io.github.s3imageedit.edit.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A key in SSM, or by SSM in Secrets Manager: read when it is first needed, and again when the endpoint refuses it. */
final class ParameterKey implements ApiKey {
    private static final int TRIES = 4;
    private static final Duration WAIT = Duration.ofMillis(300);

    private final KeyPlace place;
    private final ParameterStore parameters;
    private final Pause pause;
    /** No monitor: it would keep a virtual thread's carrier, too, on Java 21. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable String key;

    /** @param name with its field, where it holds several */
    ParameterKey(String name, ParameterStore parameters, Pause pause) {
        this.place = KeyPlace.of(name);
        this.parameters = parameters;
        this.pause = pause;
    }

    @Override
    public String value() {
        lock.lock();
        try {
            if (key == null) {
                key = read();
            }
            return key;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean refresh(String refused) {
        lock.lock();
        try {
            if (refused.equals(key)) {
                key = read();
            }
            return !refused.equals(key);
        } finally {
            lock.unlock();
        }
    }

    private String read() {
        int tries = 1;
        while (true) {
            try {
                return place.key(parameters.read(place.parameter()));
            } catch (ParameterStore.RefusedException e) {
                throw new ApiKeyUnavailableException(
                        "EDIT_API_KEY_PARAMETER names " + place.parameter() + ", which cannot be read: "
                                + e.getMessage() + "; check the name and the function's permissions",
                        e);
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw new ApiKeyUnavailableException("SSM did not give the parameter " + place.parameter(), e);
                }
                pause.pause(WAIT.multipliedBy(tries++));
            }
        }
    }
}
