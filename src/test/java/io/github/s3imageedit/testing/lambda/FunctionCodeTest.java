package io.github.s3imageedit.testing.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionCodeTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheJarsOfThePackageAfterThoseOfTheRuntime() throws IOException {
        Path zip = folder.resolve("function.zip");
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("lib/", "lib/b.jar", "lib/a.jar", "read.me")) {
                entries.putNextEntry(new ZipEntry(name));
            }
        }

        FunctionCode code = FunctionCode.ofZip(zip);
        assertThat(code.deployed())
                .extracting(jar -> jar.getFileName().toString())
                .containsExactly("a.jar", "b.jar");
        assertThat(code.deployed()).allMatch(Files::exists);
        assertThat(code.classPath())
                .containsSubsequence("runtime-interface-client", "a.jar", "b.jar")
                .doesNotContain("assertj");
    }
}
