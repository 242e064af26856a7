package io.github.s3imageedit.kill;

/**
 * What a killed function left behind.
 *
 * @param stage the ledger's
 * @param paid calls that were paid for
 * @param pictures that stand
 */
record Wreck(String stage, int paid, int pictures) {
    static Wreck of(Outbox outbox) {
        return new Wreck(outbox.ledgerStage(), outbox.deployment().endpoint().paidCalls(), outbox.pictures());
    }

    /** Paid for, and neither ledger nor bucket has anything of it: another call is all that can help. */
    boolean isLost() {
        return stage.equals("sent") && paid == 1 && pictures == 0;
    }

    /** What stands is all there is: the others came inline, and went with the function. */
    int picturesToCome() {
        return stage.equals("sent") && pictures > 0 ? pictures : Outbox.PICTURES;
    }
}
