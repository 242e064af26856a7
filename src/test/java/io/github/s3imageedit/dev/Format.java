package io.github.s3imageedit.dev;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or applies Palantir's Java format; started from source by the build, on the toolchain's JDK.
 *
 * <p>{@code mvn validate -Dformat=apply} applies it.
 */
public final class Format {
    private Format() {}

    public static void main(String[] arguments) throws IOException, FormatterException {
        boolean apply = arguments[0].equals("apply");
        Formatter formatter = Formatter.createFormatter(
                JavaFormatterOptions.builder().style(Style.PALANTIR).build());
        List<Path> differing = new ArrayList<>();
        for (Path file : javaFiles(Path.of(arguments[1]))) {
            String found = Files.readString(file);
            String expected = formatter.formatSourceAndFixImports(found);
            if (!found.equals(expected)) {
                differing.add(file);
                if (apply) {
                    Files.writeString(file, expected);
                }
            }
        }
        differing.forEach(file -> System.out.println((apply ? "formatted: " : "not formatted: ") + file));
        if (!apply && !differing.isEmpty()) {
            System.out.println("Run `mvn validate -Dformat=apply` and build again.");
            System.exit(1);
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
