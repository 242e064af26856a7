package io.github.s3imageedit.ledger;

import io.github.s3imageedit.store.StoreFailures;

/** What stands in the output bucket, by a test's word. */
final class StandingResults implements Evidence {
    private int looksUntilSettled = Integer.MAX_VALUE;
    private int looksUntilFailure = Integer.MAX_VALUE;
    private int looks;
    private boolean stored;

    void settle() {
        settleAfter(0);
    }

    /** The sidecar is written behind the back of whoever has looked so often. */
    void settleAfter(int count) {
        looksUntilSettled = count;
    }

    void failAfter(int count) {
        looksUntilFailure = count;
    }

    void storeAll() {
        stored = true;
    }

    @Override
    public boolean isSettled() {
        looks++;
        if (looks > looksUntilFailure) {
            throw StoreFailures.moment();
        }
        return looks > looksUntilSettled;
    }

    @Override
    public boolean isStored(Receipt receipt) {
        return stored;
    }
}
