package io.github.s3imageedit.model;

import java.util.function.Supplier;

/**
 * One step.
 *
 * @param who a worker's number, or 0 for the world's own steps
 * @param how it came about, where not as usual
 * @param world after it
 */
record Move(int who, Object what, String how, Supplier<World> world) {
    @Override
    public String toString() {
        return (who == 0 ? "" : "worker " + who + ": ") + what + (how.isEmpty() ? "" : " -- " + how);
    }
}
