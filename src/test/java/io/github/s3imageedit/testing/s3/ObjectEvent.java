package io.github.s3imageedit.testing.s3;

/** The events that the embedded S3 tells, by the names and versions that S3 gives them. */
enum ObjectEvent {
    PUT("ObjectCreated:Put", "2.1"),
    POST("ObjectCreated:Post", "2.1"),
    COPY("ObjectCreated:Copy", "2.1"),
    COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload", "2.1"),
    TAGGING_PUT("ObjectTagging:Put", "2.3");

    private final String eventName;
    private final String version;

    ObjectEvent(String eventName, String version) {
        this.eventName = eventName;
        this.version = version;
    }

    String eventName() {
        return eventName;
    }

    String version() {
        return version;
    }
}
