package io.github.s3imageedit.testing.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of Lambda's runtime client, unpacked once for all processes of this JVM. Left alone, each process
 * unpacks its own to the same place, and those that start together crash on half a library.
 */
final class ClientLibrary {
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path UNPACKED = unpack();

    private ClientLibrary() {}

    static String jvmOption() {
        return "-D" + PROPERTY + "=" + UNPACKED;
    }

    private static Path unpack() {
        String resource = "/jni/libaws-lambda-jni." + platform() + ".so";
        try (InputStream library = ClientLibrary.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IllegalStateException("Lambda's runtime client has no " + resource);
            }
            Path file = Files.createTempFile("aws-lambda-jni-", ".so");
            file.toFile().deleteOnExit();
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String platform() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        boolean musl = Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
        return (musl ? "linux_musl-" : "linux-") + (arm ? "aarch_64" : "x86_64");
    }
}
