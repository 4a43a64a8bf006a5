package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile.Library;
import dev.lifeboat.interpreter.Golden;
import dev.lifeboat.interpreter.check.Libraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each runbook under {@code run} has beside it what happened when it was run in the world of its comments. */
@Timeout(30)
class RunGoldenTest {

    private static final Path ROOT = Path.of("src/test/resources/run");

    static Stream<Path> runbooks() throws IOException {
        try (var files = Files.list(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".runbook")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void happensAsExpected(Path file) throws IOException {
        var stage = new Stage(Files.readString(file), libraries());
        var outcome = stage.run();
        Golden.compare(Path.of(file.toString().replace(".runbook", ".story")),
                new Story(stage.journal.records()) + "\n" + outcome + " " + stage.boxes.contents() + "\n");
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void happensTheSameWayTwice(Path file) throws IOException {
        var once = new Stage(Files.readString(file), libraries());
        var again = new Stage(Files.readString(file), libraries());
        once.run();
        again.run();
        assertThat(again.journal.records()).isEqualTo(once.journal.records());
    }

    static Libraries libraries() throws IOException {
        var libraries = new LinkedHashMap<String, Library>();
        try (var files = Files.list(ROOT.resolve("libraries"))) {
            for (var file : files.sorted().toList()) {
                var name = ROOT.relativize(file).toString().replace('\\', '/');
                var source = Source.of(name, Files.readString(file));
                libraries.put(name, (Library) RunbookSyntax.parse(source).tree().orElseThrow());
            }
        }
        return new Libraries(libraries, List.of());
    }
}
