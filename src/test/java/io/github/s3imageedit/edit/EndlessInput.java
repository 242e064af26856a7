package io.github.s3imageedit.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** A beginning, then the same text again and again; counts what was taken. */
final class EndlessInput extends InputStream {
    private final byte[] beginning;
    private final byte[] filling;
    private long taken;

    EndlessInput(String beginning, String filling) {
        this.beginning = beginning.getBytes(UTF_8);
        this.filling = filling.getBytes(UTF_8);
    }

    long taken() {
        return taken;
    }

    @Override
    public int read() {
        int one = taken < beginning.length
                ? beginning[(int) taken]
                : filling[(int) ((taken - beginning.length) % filling.length)];
        taken++;
        return one & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        for (int index = offset; index < offset + length; index++) {
            buffer[index] = (byte) read();
        }
        return length;
    }
}
