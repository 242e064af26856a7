package io.github.s3imageedit.store;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Takes what is wanted of an object's body; the rest is not waited for. */
@FunctionalInterface
interface BodyReader<T> {
    T read(GetObjectResponse facts, InputStream body) throws IOException;

    /** The reading as a part of the request: bounded in time with it, and repeated with it where the body breaks off. */
    static <T> ResponseTransformer<GetObjectResponse, T> within(BodyReader<T> reader) {
        return (facts, body) -> {
            try (ObjectStream stream = new ObjectStream(body, facts.contentLength(), body::abort)) {
                return reader.read(facts, stream);
            } catch (IOException e) {
                throw RetryableException.create("the object's bytes broke off", e);
            }
        };
    }
}
