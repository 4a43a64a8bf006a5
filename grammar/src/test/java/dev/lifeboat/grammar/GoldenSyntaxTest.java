package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file becomes the tree, or the diagnostics, that lie beside it. */
class GoldenSyntaxTest {

    @TestFactory
    Stream<DynamicTest> everyFileIsReadAsExpected() {
        return Golden.files(Snippets.ENDINGS)
                .stream().map(file -> DynamicTest.dynamicTest(Golden.name(file), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        var parsed = Snippets.parse(file);
        if (parsed.tree().isPresent()) {
            assertThat(parsed.diagnostics()).isEmpty();
            Golden.check(file, ".tree", TreeText.of((Node) parsed.tree().get()));
        } else {
            Golden.check(file, ".diagnostics", Diagnostics.render(parsed.diagnostics(), false));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExpectationHasItsFile() {
        return Golden.files(".tree", ".diagnostics").stream().map(
                file -> DynamicTest.dynamicTest(Golden.name(file),
                        () -> assertThat(inputs(file)).as("inputs").hasSize(1)));
    }

    private static Stream<Path> inputs(Path expected) {
        var name = expected.getFileName().toString();
        var stem = name.substring(0, name.lastIndexOf('.'));
        return Stream.of(Snippets.ENDINGS).map(ending -> expected.resolveSibling(stem + ending)).filter(Files::exists);
    }
}
