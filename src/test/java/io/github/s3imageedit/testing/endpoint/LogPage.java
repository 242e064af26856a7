package io.github.s3imageedit.testing.endpoint;

import java.util.List;

/** So many records of the request log as one reply holds. */
record LogPage(List<RequestRecord> records, boolean hasMore) {
    String json() {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            for (RequestRecord record : records) {
                record.writeTo(json);
            }
            json.writeEndArray();
            json.writeBooleanField("has_more", hasMore);
            json.writeEndObject();
        });
    }
}
