package io.github.s3imageedit.timeline;

/** The process is gone: nothing that it does from here on has any effect. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
        super("killed", null, false, false);
    }
}
