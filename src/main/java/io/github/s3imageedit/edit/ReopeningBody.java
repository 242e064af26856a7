package io.github.s3imageedit.edit;

import io.github.s3imageedit.image.ImageContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/** A file part that opens its content anew each time it is written, and declares its exact length. */
final class ReopeningBody extends AbstractContentBody {
    private static final int BUFFER = 16 * 1024;

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
            long left = content.length();
            byte[] buffer = new byte[BUFFER];
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                left -= count;
                if (left < 0) {
                    throw new IOException(fileName + " has more than its " + content.length() + " bytes");
                }
                out.write(buffer, 0, count);
            }
            if (left > 0) {
                throw new IOException(
                        fileName + " should have " + content.length() + " bytes, but " + left + " are missing");
            }
        }
    }
}
