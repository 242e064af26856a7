package io.github.s3imageedit.edit;

import io.github.s3imageedit.job.Deadline;

/** Fetches results that come by link. */
@FunctionalInterface
public interface Fetcher {
    /**
     * Fetches one result; the caller closes what was fetched.
     *
     * @param link as the endpoint gave it
     */
    FetchedResult fetch(String link, Deadline deadline);
}
