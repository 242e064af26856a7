package io.github.s3imageedit.edit;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.s3imageedit.image.CappedInputStream;
import io.github.s3imageedit.image.ImageSpool;
import io.github.s3imageedit.image.SpooledImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reply's JSON, read once from front to back. What was read stays known when the rest cannot be. */
final class ReplyBody {
    /** Enough for every field but the pictures themselves. */
    private static final long MAX_JSON_BYTES = 1 << 20;
    /** The API gives ten at most. */
    private static final int MAX_PICTURES = 10;

    private static final Base64Variant BASE64 =
            Base64Variants.MIME_NO_LINEFEEDS.withReadPadding(Base64Variant.PaddingReadBehaviour.PADDING_ALLOWED);
    /** Whoever opened the stream closes it: closing would read an endless rest. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(500)
                    .maxStringLength((int) MAX_JSON_BYTES)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final CappedInputStream stream;
    private final ResultRoom room;
    private final PictureSink sink;
    private final TimeLimit limit;
    private final List<ReplyPicture> pictures = new ArrayList<>();
    private final ReplyFields fields = new ReplyFields();
    private int entries;
    private int strangers;

    ReplyBody(InputStream stream, ResultRoom room, PictureSink sink, TimeLimit limit) {
        this.stream = new CappedInputStream(stream, MAX_JSON_BYTES, "The endpoint's reply");
        this.room = room;
        this.sink = sink;
        this.limit = limit;
    }

    /** @throws IOException where the reply ends too early, runs too long or is no JSON object */
    void read() throws IOException {
        try (JsonParser json = JSON.createParser(stream)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("data") && value == JsonToken.START_ARRAY) {
                    readPictures(json);
                } else {
                    fields.read(name, json);
                }
            }
        }
    }

    private void readPictures(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new JsonParseException(json, "the list of pictures has no end");
            }
            if (json.currentToken() == JsonToken.START_OBJECT && entries < MAX_PICTURES) {
                readPicture(json, entries++);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readPicture(JsonParser json, int index) throws IOException {
        boolean inline = false;
        Optional<String> link = Optional.empty();
        Optional<String> revisedPrompt = Optional.empty();
        try {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean text = json.nextToken() == JsonToken.VALUE_STRING;
                if (text && name.equals("b64_json")) {
                    inline = readInline(json, index);
                } else if (text && name.equals("url")) {
                    link = Optional.of(json.getText());
                } else if (text && name.equals("revised_prompt")) {
                    revisedPrompt = Optional.of(json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } finally {
            if (inline || link.isPresent()) {
                pictures.add(new ReplyPicture(index, inline ? Optional.empty() : link, revisedPrompt));
            }
        }
    }

    private boolean readInline(JsonParser json, int index) throws IOException {
        long allowance = room.maxBytes() / 2 * 3 + MAX_JSON_BYTES;
        stream.allow(allowance);
        try (ImageSpool spool = room.open(limit)) {
            int decoded = decode(json, spool);
            stream.allow(decoded / 3L * 4 - allowance);
            try (SpooledImage image = spool.finish()) {
                if (image.header().isEmpty()) {
                    strangers++;
                    return false;
                }
                sink.accept(index, image);
                return true;
            }
        }
    }

    /** Jackson reports a wrong character as an argument of its caller's. */
    private static int decode(JsonParser json, ImageSpool spool) throws IOException {
        try {
            return json.readBinaryValue(BASE64, spool);
        } catch (IllegalArgumentException e) {
            throw new JsonParseException(json, "invalid base64", e);
        }
    }

    List<ReplyPicture> pictures() {
        return List.copyOf(pictures);
    }

    /** How many inline results were no pictures. */
    int strangers() {
        return strangers;
    }

    Optional<EndpointError> error(int status) {
        return fields.error(status);
    }

    ReplyFacts facts(Optional<String> requestId, String costPath) {
        return fields.facts(requestId, costPath);
    }
}
