package io.github.s3imageedit.edit;

/** A key that is another one each time it is read, so many times. */
final class RotatedKey implements ApiKey {
    private final int changes;
    private int refreshes;

    RotatedKey(int changes) {
        this.changes = changes;
    }

    int refreshes() {
        return refreshes;
    }

    @Override
    public String value() {
        return "key-" + Math.min(refreshes, changes);
    }

    @Override
    public boolean refresh(String refused) {
        return ++refreshes <= changes;
    }
}
