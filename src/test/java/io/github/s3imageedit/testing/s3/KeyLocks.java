package io.github.s3imageedit.testing.s3;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Lets one request at a time change, or open, an object; S3Mock by itself lets several conditional puts win. */
final class KeyLocks {
    private final List<ReentrantLock> stripes =
            Stream.generate(ReentrantLock::new).limit(128).toList();

    /** Waits for the key; whoever gets the lock unlocks it. */
    Lock hold(S3Call call) {
        int stripe = Math.floorMod((call.bucket() + "/" + call.key()).hashCode(), stripes.size());
        Lock lock = stripes.get(stripe);
        lock.lock();
        return lock;
    }
}
