package io.github.s3imageedit.store;

import static io.github.s3imageedit.store.S3Requests.quoted;
import static io.github.s3imageedit.store.S3Requests.unquoted;

import io.github.s3imageedit.image.CappedInputStream;
import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeaders;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.image.TooLargeException;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads the start of an object, which tells type and dimensions, with ETag, size and metadata in the same answer. */
final class HeaderReader {
    /** Most headers end within the first hundred bytes; a photo's EXIF and colour profile can stand before. */
    private static final int START_BYTES = 65_536;
    /** A header that has not come to its end by then is no header. */
    private static final long MAX_SEARCH_BYTES = 64L << 20;

    private final S3Client client;
    private final S3Requests requests;

    HeaderReader(S3Client client, S3Requests requests) {
        this.client = client;
        this.requests = requests;
    }

    /** The ETag of the object as it is now. */
    String etag(ObjectRef object) {
        return unquoted(client.headObject(requests.head(object)).eTag());
    }

    /** @throws S3Exception as S3 answers, 412 where the ETag is another by now */
    StoredPicture read(ObjectRef object, Optional<String> etag) {
        GetObjectRequest.Builder request = requests.get(object).range("bytes=0-" + (START_BYTES - 1));
        etag.ifPresent(expected -> request.ifMatch(quoted(expected)));
        try {
            return described(object, client.getObject(request.build(), BodyReader.within(HeaderReader::start)));
        } catch (S3Exception e) {
            if (S3Failures.isEmptyObject(e)) {
                return empty(object, etag);
            }
            throw e;
        } catch (IOException e) {
            throw SdkClientException.create("the start of " + object + " cannot be read", e);
        }
    }

    private static ResponseBytes<GetObjectResponse> start(GetObjectResponse facts, InputStream body)
            throws IOException {
        return ResponseBytes.fromByteArrayUnsafe(facts, body.readNBytes(START_BYTES));
    }

    private StoredPicture described(ObjectRef object, ResponseBytes<GetObjectResponse> start) throws IOException {
        GetObjectResponse facts = start.response();
        long bytes = total(facts);
        String found = unquoted(facts.eTag());
        ObjectRef exact = exact(object, facts.versionId());
        Optional<ImageHeader> header = header(start.asByteArrayUnsafe(), bytes, exact, found);
        return new StoredPicture(new Picture(exact, found, bytes, header), facts.metadata());
    }

    private StoredPicture empty(ObjectRef object, Optional<String> etag) {
        HeadObjectResponse facts = client.headObject(requests.head(object));
        if (facts.contentLength() > 0) {
            // Replaced since: no longer empty, and perhaps no longer what the event speaks of.
            return read(object, etag);
        }
        ObjectRef exact = exact(object, facts.versionId());
        Picture picture = new Picture(exact, unquoted(facts.eTag()), facts.contentLength(), Optional.empty());
        return new StoredPicture(picture, facts.metadata());
    }

    private static ObjectRef exact(ObjectRef object, @Nullable String versionId) {
        return object.withVersion(object.version().or(() -> S3Requests.version(versionId)));
    }

    private Optional<ImageHeader> header(byte[] start, long bytes, ObjectRef object, String etag) throws IOException {
        try {
            return ImageHeaders.read(new ByteArrayInputStream(start));
        } catch (EOFException e) {
            return start.length < bytes ? headerFurtherOn(start, object, etag) : truncated(start);
        }
    }

    /** Reads anew from the start, holding nothing, as far as the header goes. */
    private Optional<ImageHeader> headerFurtherOn(byte[] start, ObjectRef object, String etag) {
        return client.getObject(
                requests.get(object, etag).build(), BodyReader.within((facts, body) -> longHeader(start, body)));
    }

    private static Optional<ImageHeader> longHeader(byte[] start, InputStream body) throws IOException {
        try {
            return ImageHeaders.read(new CappedInputStream(body, MAX_SEARCH_BYTES, "The header"));
        } catch (EOFException | TooLargeException e) {
            return truncated(start);
        }
    }

    private static Optional<ImageHeader> truncated(byte[] start) {
        return ImageType.recognise(start).map(type -> new ImageHeader(type, Optional.empty(), false));
    }

    /** {@code bytes 0-65535/183220} tells the whole; without a range in the answer the length does. */
    private static long total(GetObjectResponse facts) {
        String range = facts.contentRange();
        return range == null ? facts.contentLength() : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    }
}
