package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/** A file part that opens its content anew each time it is written, and declares its exact length. */
final class ReopeningBody extends AbstractContentBody {
    private final ImageContent content;
    private final String fileName;

    ReopeningBody(ImageContent content, String fileName) {
        super(ContentType.create(content.type().mediaType()));
        this.content = content;
        this.fileName = fileName;
    }

    @Override
    public String getFilename() {
        return fileName;
    }

    @Override
    public long getContentLength() {
        return content.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream stream = content.open()) {
            long written = stream.transferTo(out);
            if (written != content.length()) {
                throw new IOException(
                        fileName + " should have " + content.length() + " bytes, but gave " + written + " of them");
            }
        }
    }
}
