package io.github.s3imageedit.store;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object's bytes on their way; closed early, the connection is cut instead of read to its end. */
final class ObjectStream extends FilterInputStream {
    private final ResponseInputStream<GetObjectResponse> answer;
    private boolean ended;

    ObjectStream(ResponseInputStream<GetObjectResponse> answer) {
        super(answer);
        this.answer = answer;
    }

    GetObjectResponse facts() {
        return answer.response();
    }

    @Override
    public int read() throws IOException {
        return ending(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return ending(super.read(buffer, offset, length));
    }

    private int ending(int read) {
        ended |= read < 0;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            answer.abort();
        }
        super.close();
    }
}
