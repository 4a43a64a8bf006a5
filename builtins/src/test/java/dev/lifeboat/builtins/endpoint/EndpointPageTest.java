package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about endpoints says what the reader reads. */
class EndpointPageTest {
    private static final Path PAGE = Path.of("..", "docs", "endpoints.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<Class<?>> kinds() {
        return Arrays.stream(EndpointPlan.class.getPermittedSubclasses()).<Class<?>>map(kind -> kind).toList();
    }

    @Test
    void itNamesEveryKind() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(kinds()).allSatisfy(
                kind -> assertThat(page).contains("`" + kind.getSimpleName().toLowerCase(Locale.ROOT) + "`"));
    }

    @Test
    void eachOfItsExamplesCanBeRead() throws IOException {
        List<String> examples = YAML.matcher(Files.readString(PAGE)).results().map(result -> result.group(1)).toList();

        assertThat(examples).hasSize(kinds().size() - 1).allSatisfy(example -> {
            Parsed<Inventory> read = InventoryReader.read(Source.of("endpoints.yaml", example));
            assertThat(read.diagnostics()).isEmpty();
            assertThat(read.tree().orElseThrow().endpoints()).hasSize(1);
        });
    }
}
