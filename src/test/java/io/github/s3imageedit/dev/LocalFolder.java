package io.github.s3imageedit.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.s3imageedit.image.Sha256;
import io.github.s3imageedit.testing.SidecarSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Copies what lies in the output bucket to where a person can open it. */
final class LocalFolder {
    private final S3Client client;
    private final Path folder;
    private final Set<Path> copied = new HashSet<>();

    LocalFolder(S3Client client, Path folder) {
        this.client = client;
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /** Copies every object that this run has not copied yet. */
    synchronized void copy(String bucket) {
        for (S3Object object :
                client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents()) {
            Path file = folder.resolve("./" + object.key()).normalize();
            // Keys are taken literally in S3; here they must not lead out of the folder.
            if (file.startsWith(folder) && copied.add(file)) {
                write(file, read(bucket, object.key()));
                System.out.println("copied to " + file);
            }
        }
    }

    private byte[] read(String bucket, String key) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asByteArray();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What became of the sample: its files, its sidecar, and whether all is as it should be. */
    Sample sample(String bucket, String key, byte[] before) {
        Path original = folder.resolve("before.png");
        write(original, before);
        List<String> keys =
                client.listObjectsV2(request -> request.bucket(bucket).prefix(key + "/")).contents().stream()
                        .map(S3Object::key)
                        .toList();
        String sidecar = keys.stream()
                .filter(found -> found.endsWith(".json"))
                .findFirst()
                .map(found -> new String(read(bucket, found), UTF_8))
                .orElse("");
        List<byte[]> pictures = keys.stream()
                .filter(found -> found.endsWith(".png"))
                .map(found -> read(bucket, found))
                .toList();
        boolean right = sidecar.contains("\"status\" : \"succeeded\"")
                && SidecarSchema.problems(sidecar).isEmpty()
                && pictures.size() == 1
                && sidecar.contains(Sha256.hex(Sha256.digest().digest(pictures.getFirst())))
                && sidecar.contains(Sha256.hex(Sha256.digest().digest(before)));
        List<String> lines = new ArrayList<>(List.of("before:   " + original));
        keys.forEach(
                found -> lines.add((found.endsWith(".json") ? "sidecar:  " : "after:    ") + folder.resolve(found)));
        lines.add("");
        lines.add(sidecar.isEmpty() ? "There is no sidecar: see the lines above." : sidecar);
        return new Sample(lines, right);
    }

    /** The sample's end, in lines for a person. */
    record Sample(List<String> lines, boolean isRight) {}
}
