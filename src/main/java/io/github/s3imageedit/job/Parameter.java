package io.github.s3imageedit.job;

/** One thing asked of the endpoint, in its own words. */
public record Parameter(String value, Origin origin) {}
