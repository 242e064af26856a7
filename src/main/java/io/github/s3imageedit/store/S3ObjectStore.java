package io.github.s3imageedit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.job.Deadline;
import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.Picture;
import io.github.s3imageedit.job.Upload;
import io.github.s3imageedit.job.UploadEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/** The object store by the SDK, which repeats what is worth repeating. */
public final class S3ObjectStore implements ObjectStore {
    private final S3Client client;
    private final S3Requests requests;
    private final HeaderReader headers;
    private final TextReader texts;

    public S3ObjectStore(S3Client client) {
        this(client, new S3Requests(Optional.empty()));
    }

    private S3ObjectStore(S3Client client, S3Requests requests) {
        this.client = client;
        this.requests = requests;
        this.headers = new HeaderReader(client, requests);
        this.texts = new TextReader(client, requests);
    }

    @Override
    public ObjectStore within(Deadline deadline) {
        return new S3ObjectStore(client, new S3Requests(Optional.of(deadline)));
    }

    @Override
    public Optional<Upload> describe(UploadEvent event) {
        return gone("Reading", event.object(), () -> {
            String etag = event.etag().orElseGet(() -> headers.etag(event.object()));
            // Tags know no If-Match. Read before the header, they belong to the bytes of this ETag, or to
            // newer ones, and then the header's condition fails.
            GetObjectTaggingResponse tagging = client.getObjectTagging(requests.tags(event.object()));
            Map<String, String> tags = tagging.tagSet().stream().collect(toMap(Tag::key, Tag::value));
            Optional<String> version = event.object().version().or(() -> S3Requests.version(tagging.versionId()));
            StoredPicture stored = headers.read(event.object().withVersion(version), Optional.of(etag));
            return new Upload(stored.picture(), tags, stored.metadata());
        });
    }

    @Override
    public Optional<StoredPicture> picture(ObjectRef object) {
        return gone("Reading", object, () -> headers.read(object, Optional.empty()));
    }

    @Override
    public boolean liesBeside(ObjectRef picture, String key) {
        if (key.getBytes(UTF_8).length > ObjectRef.MAX_KEY_BYTES) {
            return false;
        }
        try {
            // Keys come in order: what follows the one sought need not be fetched.
            return client.listObjectsV2Paginator(requests.list(picture)).contents().stream()
                    .map(S3Object::key)
                    .takeWhile(found -> found.compareTo(key) <= 0)
                    .anyMatch(key::equals);
        } catch (SdkException e) {
            throw S3Failures.failed("Listing what lies beside", picture, e);
        }
    }

    @Override
    public ImageContent content(Picture picture) {
        return new S3Content(client, requests, picture);
    }

    @Override
    public boolean exists(ObjectRef object) {
        // A get, not a head: only an answer with a body tells a missing key from a missing bucket.
        return gone("Looking for", object, () -> headers.read(object, Optional.empty()))
                .isPresent();
    }

    @Override
    public Optional<StoredText> text(ObjectRef object) {
        return gone("Reading", object, () -> texts.read(object));
    }

    @Override
    public Optional<String> create(ObjectRef object, Body body, Map<String, String> metadata) {
        return write(object, body, requests.put(object, body, metadata).ifNoneMatch("*"));
    }

    @Override
    public Optional<String> replace(ObjectRef object, Body body, Map<String, String> metadata, String etag) {
        return write(object, body, requests.put(object, body, metadata).ifMatch(S3Requests.quoted(etag)));
    }

    private Optional<String> write(ObjectRef object, Body body, PutObjectRequest.Builder request) {
        RequestBody content = RequestBody.fromContentProvider(body.stream()::get, body.length(), body.mediaType());
        try {
            return Optional.of(S3Requests.unquoted(
                    client.putObject(request.build(), content).eTag()));
        } catch (S3Exception e) {
            if (S3Failures.isConditionUnmet(e)) {
                return Optional.empty();
            }
            throw S3Failures.failed("Writing", object, e);
        } catch (SdkException e) {
            throw S3Failures.failed("Writing", object, e);
        }
    }

    private static <T> Optional<T> gone(String doing, ObjectRef object, Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (S3Exception e) {
            if (S3Failures.isGone(e)) {
                return Optional.empty();
            }
            throw S3Failures.failed(doing, object, e);
        } catch (SdkException e) {
            throw S3Failures.failed(doing, object, e);
        }
    }
}
