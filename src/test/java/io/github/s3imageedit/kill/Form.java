package io.github.s3imageedit.kill;

/** How the endpoint hands over its pictures. */
public enum Form {
    url,
    b64_json
}
