package io.github.s3imageedit.model;

/** A worker is set aside until its request has been answered: nothing that it does from here on has any effect. */
final class Suspended extends Error {
    private static final long serialVersionUID = 1L;

    Suspended() {
        super("suspended", null, false, false);
    }
}
