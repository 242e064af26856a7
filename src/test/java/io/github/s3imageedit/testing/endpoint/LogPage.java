package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Optional;

/**
 * So many records of the request log as one reply holds.
 *
 * @param next address of the next page, which repeats the filters
 * @see <a href="https://docs.lumenfall.ai/api-reference/requests/list">Lumenfall API reference, List requests</a>
 */
record LogPage(List<RequestRecord> records, Optional<String> next) {
    String json() {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            for (RequestRecord record : records) {
                record.writeTo(json);
            }
            json.writeEndArray();
            json.writeStringField("next_page_url", next.orElse(null));
            json.writeEndObject();
        });
    }
}
