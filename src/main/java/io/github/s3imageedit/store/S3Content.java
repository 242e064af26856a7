package io.github.s3imageedit.store;

import io.github.s3imageedit.image.ContentChangedException;
import io.github.s3imageedit.image.ImageContent;
import io.github.s3imageedit.image.ImageType;
import io.github.s3imageedit.job.Picture;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An object's bytes, read straight from S3 each time they are opened. */
final class S3Content implements ImageContent {
    private final S3Client client;
    private final S3Requests requests;
    private final Picture picture;

    S3Content(S3Client client, S3Requests requests, Picture picture) {
        this.client = client;
        this.requests = requests;
        this.picture = picture;
    }

    @Override
    public long length() {
        return picture.bytes();
    }

    @Override
    public ImageType type() {
        return picture.header()
                .orElseThrow(() -> new IllegalStateException(picture.object() + " is no picture"))
                .type();
    }

    @Override
    public InputStream open() {
        try {
            ResponseInputStream<GetObjectResponse> answer = client.getObject(
                    requests.get(picture.object(), picture.etag()).build());
            return new ObjectStream(answer, answer.response().contentLength(), answer::abort);
        } catch (S3Exception e) {
            if (S3Failures.isGone(e)) {
                throw new ContentChangedException(picture.object().toString());
            }
            throw S3Failures.failed("Reading", picture.object(), e);
        } catch (SdkException e) {
            throw S3Failures.failed("Reading", picture.object(), e);
        }
    }
}
