package dev.lifeboat.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.simulator.fault.Damage;
import dev.lifeboat.simulator.fault.Fault;
import dev.lifeboat.simulator.fault.ServerFault;
import dev.lifeboat.simulator.fault.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about scenarios says what the reader reads. */
class ScenarioPageTest {
    private static final Path PAGE = Path.of("..", "docs", "scenarios.md");
    private static final Path INVENTORY = Path.of("..", "runbooks", "inventory", "example.yaml");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void itNamesEveryWord() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Stream.of(words(ServerFault.values()), words(Expectation.values()), words(StoreFault.values()),
                words(Damage.Kind.values()), words(Damage.Which.values()), words(Damage.How.values()),
                words(Fault.Mistake.Kind.values())).flatMap(words -> words))
                .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    private static Stream<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource
    void eachOfItsExamplesCanBeRead(String example) throws IOException {
        assertThat(ScenarioReader.read(Source.of("example.yaml", example), inventory()).diagnostics()).isEmpty();
    }

    static List<String> eachOfItsExamplesCanBeRead() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE)).results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(3);
        return examples;
    }

    private static Inventory inventory() throws IOException {
        return InventoryReader.read(Source.read("example.yaml", Files.readAllBytes(INVENTORY))).tree().orElseThrow();
    }
}
