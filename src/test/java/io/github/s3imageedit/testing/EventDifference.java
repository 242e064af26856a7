package io.github.s3imageedit.testing;

/** One field in which an event is not as its sample: where, and how. */
public record EventDifference(String path, String what) {
    @Override
    public String toString() {
        return path + " " + what;
    }
}
