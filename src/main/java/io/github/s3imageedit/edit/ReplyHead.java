package io.github.s3imageedit.edit;

import java.time.Duration;
import java.util.Optional;

/**
 * What a reply's status line and headers tell.
 *
 * @param retryAfter how long to wait before asking again, where the endpoint says so
 */
record ReplyHead(int status, Optional<String> requestId, Optional<Duration> retryAfter) {
    boolean isSuccess() {
        return status / 100 == 2;
    }
}
