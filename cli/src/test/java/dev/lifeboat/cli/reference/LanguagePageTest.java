package dev.lifeboat.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.simulator.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about the language says what is so: each of its blocks is checked, and run. */
class LanguagePageTest {
    private static final Path PAGE = Path.of("../docs/language.md");
    private static final Path README = Path.of("../README.md");

    @TempDir
    private static Path folder;
    private static ExampleFolder examples;

    @BeforeAll
    static void keepLibraries() throws IOException {
        examples = new ExampleFolder(folder);
        for (Example library : examplesOf(PAGE).filter(example -> example.part() == Part.LIBRARY).toList()) {
            examples.keep(library);
        }
    }

    @Test
    void everyBlockSaysWhatItIs() {
        assertThat(Fence.in(PAGE)).isNotEmpty().allSatisfy(fence -> assertThat(fence.language()).as(fence.toString())
                .isIn("runbook", "yaml", "text"));
    }

    @ParameterizedTest
    @MethodSource
    void eachExampleIsCheckedAndRun(Example example) throws IOException {
        examples.tryOut(example);
    }

    static Stream<Example> eachExampleIsCheckedAndRun() {
        return Stream.concat(examplesOf(PAGE), examplesOf(README))
                .filter(example -> example.part() != Part.LIBRARY);
    }

    private static Stream<Example> examplesOf(Path page) {
        return Fence.in(page).stream().filter(fence -> fence.language().equals("runbook")).map(Example::of);
    }

    @Test
    void theReadmeHasAnExampleToo() {
        assertThat(examplesOf(README)).hasSize(1);
    }

    @Test
    void whatTheCheckerSaysIsWhatItSays() throws IOException {
        List<Fence> fences = Fence.in(PAGE);
        for (int i = 0; i < fences.size(); i++) {
            if (fences.get(i).language().equals("text")) {
                assertThat(fences.get(i).text()).as(fences.get(i).toString())
                        .isEqualTo(examples.said(Example.of(fences.get(i - 1))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void eachYamlFileCanBeRead(Fence fence) throws IOException {
        Source source = Source.of("example.yaml", fence.text());
        switch (fence.info().getLast()) {
            case "inventory" -> assertThat(InventoryReader.read(source).diagnostics()).isEmpty();
            case "scenario" -> assertThat(ScenarioReader.read(source, inventory()).diagnostics()).isEmpty();
            case "lifeboat.yaml" -> {
                Path root = Files.createDirectory(folder.resolve("root"));
                Files.writeString(root.resolve("lifeboat.yaml"), fence.text());
                assertThat(RunbookRoot.of(root.resolve("a.runbook")).inventory()).isPresent();
            }
            default -> throw new IllegalArgumentException(fence + ": nobody reads such a file");
        }
    }

    static Stream<Fence> eachYamlFileCanBeRead() {
        return Fence.in(PAGE).stream().filter(fence -> fence.language().equals("yaml"));
    }

    private static Inventory inventory() throws IOException {
        return InventoryReader.read(Source.read("example.yaml",
                Files.readAllBytes(Path.of("../runbooks/inventory/example.yaml")))).tree().orElseThrow();
    }
}
