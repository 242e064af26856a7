package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.ledger.Evidence;
import io.github.s3imageedit.ledger.Receipt;
import io.github.s3imageedit.ledger.ReceivedPicture;
import io.github.s3imageedit.result.ResultWriter;

/** What stands of one edit's results. */
record Standing(ResultWriter writer, EditJob job) implements Evidence {
    @Override
    public boolean isSettled() {
        return writer.isDecided(job);
    }

    @Override
    public boolean isStored(Receipt receipt) {
        return receipt.pictures().stream().allMatch(this::stands);
    }

    /** What came inline and was not stored then will not come again. */
    private boolean stands(ReceivedPicture picture) {
        if (picture.key().isPresent()) {
            return writer.pictureAt(job, picture.key().get()).isPresent();
        }
        return picture.link().isEmpty()
                || writer.findPicture(job, picture.index()).isPresent();
    }
}
