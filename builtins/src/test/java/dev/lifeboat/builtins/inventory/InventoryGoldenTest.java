package dev.lifeboat.builtins.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.yaml.YamlCode;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each inventory under {@code inventory} has beside it what is said about it. */
class InventoryGoldenTest {
    private static final Path ROOT = Path.of("src/test/resources/inventory");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static Parsed<Inventory> read(Path file) throws IOException {
        return InventoryReader.read(Source.read(file.getFileName().toString(), Files.readAllBytes(file)));
    }

    private static String drawn(Path file) throws IOException {
        return Diagnostics.render(read(file).diagnostics(), false);
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsExpected(Path file) throws IOException {
        Golden.check(file, ".diagnostics", drawn(file));
        assertThat(read(file).tree()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsInSomeFile(YamlCode code) throws IOException {
        assertThat(files()).anySatisfy(file -> assertThat(drawn(file)).contains("error[" + code.id() + "]"));
    }

    @Test
    void aSecretIsNeverDrawn() throws IOException {
        for (Path file : files()) {
            assertThat(drawn(file)).doesNotContain("hunter");
        }
    }

    @Test
    void theExampleHasNoMistake() throws IOException {
        Parsed<Inventory> example = read(Path.of("../runbooks/inventory/example.yaml"));

        assertThat(example.diagnostics()).isEmpty();
        assertThat(example.tree().orElseThrow().clusters()).containsOnlyKeys("ecommerce");
    }
}
