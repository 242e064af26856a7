package io.github.s3imageedit.pipeline;

import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.ledger.Hold;
import io.github.s3imageedit.ledger.LostHoldException;
import io.github.s3imageedit.ledger.UnreadableLedgerException;
import io.github.s3imageedit.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A receipt on its way into the ledger, beside the work that it guards. */
final class ReceiptWrite {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptWrite.class);
    /** Pictures that stand are as good as a receipt, and links do not live for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CompletableFuture<Boolean> written;

    private ReceiptWrite(CompletableFuture<Boolean> written) {
        this.written = written;
    }

    static ReceiptWrite begin(Hold hold, Executor executor) {
        return new ReceiptWrite(CompletableFuture.supplyAsync(() -> write(hold), executor));
    }

    private static boolean write(Hold hold) {
        try {
            hold.write();
            return true;
        } catch (StoreException | LostHoldException | UnreadableLedgerException e) {
            LOG.warn("the ledger does not take the receipt: {}", e.getMessage());
            return false;
        }
    }

    /** Waits as long as waiting does not endanger what comes after it, a quarter of the time at the most. */
    void await(Deadline deadline) {
        Duration longest = deadline.share(PATIENCE, 4);
        try {
            written.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("the receipt is not in the ledger after {} ms; the work goes on beside it", longest.toMillis());
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the receipt", e);
        }
    }

    /** Waits to its end, and tells whether the receipt stands. */
    boolean join() {
        return written.join();
    }
}
