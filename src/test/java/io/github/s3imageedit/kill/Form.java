package io.github.s3imageedit.kill;

/** How the endpoint hands over its pictures. */
enum Form {
    url,
    b64_json
}
