package io.github.s3imageedit.testing.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A function's class path, as Lambda makes it: the managed runtime's jars, then the deployed ones. */
public record FunctionCode(List<Path> deployed) {
    // The client and what its manifest names, but for annotations.
    private static final List<String> RUNTIME = List.of(
            "aws-lambda-java-runtime-interface-client-",
            "aws-lambda-java-core-",
            "aws-lambda-java-serialization-",
            "utils-lite-");

    public FunctionCode {
        deployed = List.copyOf(deployed);
    }

    /** The package that the build made, by the system property {@code function.zip}. */
    public static FunctionCode packaged() {
        String zip = System.getProperty("function.zip", "target/function.zip");
        return Unzipped.once(Path.of(zip).toAbsolutePath());
    }

    public static FunctionCode ofClassPath(List<Path> entries) {
        return new FunctionCode(entries);
    }

    /** Unpacks {@code lib/} into a folder that goes with the JVM. */
    public static FunctionCode ofZip(Path zip) {
        List<Path> jars = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            Path folder = Files.createTempDirectory("function-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "function-end"));
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar")) {
                    jars.add(unpack(
                            entries, folder.resolve(Path.of(entry.getName()).getFileName())));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot unpack " + zip, unreadable);
        }
        // Lambda loads jars in the order of their names.
        return new FunctionCode(jars.stream().sorted().toList());
    }

    private static Path unpack(InputStream bytes, Path target) throws IOException {
        Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException stuck) {
            System.err.println("left behind: " + folder);
        }
    }

    String classPath() {
        return Stream.concat(runtime(), deployed.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> runtime() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> RUNTIME.stream().anyMatch(new File(entry).getName()::startsWith));
    }

    /** The package, unpacked once for all processes of this JVM. */
    private static final class Unzipped {
        private static final ConcurrentHashMap<Path, FunctionCode> BY_ZIP = new ConcurrentHashMap<>();

        private static FunctionCode once(Path zip) {
            return BY_ZIP.computeIfAbsent(zip, FunctionCode::ofZip);
        }
    }
}
