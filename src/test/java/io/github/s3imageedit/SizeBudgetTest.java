package io.github.s3imageedit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Measures what the style guide allows: lines of files and bodies, parameters of constructors. */
class SizeBudgetTest {
    private static final Path MAIN = Path.of("src/main/java");

    /** Something with a size. A body's lines are those between its braces. */
    private record Measure(String name, int size) {}

    private record Measured(List<Measure> bodies, List<Measure> constructors) {}

    @Test
    void filesFitOnAFewScreens() throws IOException {
        List<Measure> files = new ArrayList<>();
        for (Path file : javaFiles()) {
            files.add(new Measure(file.toString(), Files.readAllLines(file).size()));
        }

        assertNoneOver(files, 250);
        assertThat(percentile(files, 50)).isLessThanOrEqualTo(60);
        assertThat(percentile(files, 90)).isLessThanOrEqualTo(150);
    }

    @Test
    void bodiesAreShort() throws IOException {
        List<Measure> bodies = parse().bodies();

        assertNoneOver(bodies, 30);
        assertThat(percentile(bodies, 50)).isLessThanOrEqualTo(3);
        assertThat(percentile(bodies, 90)).isLessThanOrEqualTo(12);
    }

    @Test
    void constructorsTakeAtMostFiveCollaborators() throws IOException {
        assertNoneOver(parse().constructors(), 5);
    }

    private static void assertNoneOver(List<Measure> measures, int most) {
        assertThat(measures).isNotEmpty();
        assertThat(measures).filteredOn(measure -> measure.size() > most).isEmpty();
    }

    private static int percentile(List<Measure> measures, int percent) {
        List<Integer> sizes = measures.stream().map(Measure::size).sorted().toList();
        return sizes.get(sizes.size() * percent / 100);
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Measured parse() throws IOException {
        JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(javaFiles()));
            Measured measured = new Measured(new ArrayList<>(), new ArrayList<>());
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            task.parse().forEach(file -> new Measurement(file, positions, measured).scan(file, null));
            return measured;
        }
    }

    /** Walks through one file's syntax tree. */
    private static final class Measurement extends TreeScanner<Void, ClassTree> {
        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final Measured measured;

        Measurement(CompilationUnitTree file, SourcePositions positions, Measured measured) {
            this.file = file;
            this.positions = positions;
            this.measured = measured;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            String name = file.getSourceFile().getName() + ": " + type.getSimpleName() + "." + method.getName();
            if (method.getBody() != null) {
                measured.bodies().add(new Measure(name, linesBetweenBraces(method.getBody())));
            }
            if (method.getName().contentEquals("<init>") && type.getKind() != Tree.Kind.RECORD) {
                measured.constructors()
                        .add(new Measure(name, method.getParameters().size()));
            }
            return super.visitMethod(method, type);
        }

        private int linesBetweenBraces(Tree body) {
            LineMap lines = file.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(file, body));
            long last = lines.getLineNumber(positions.getEndPosition(file, body) - 1);
            return (int) Math.max(last - first - 1, 0);
        }
    }
}
