package dev.lifeboat.builtins.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about stores says what the reader reads. */
class StorePageTest {
    private static final Path PAGE = Path.of("..", "docs", "stores.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void itNamesEveryKindAndStorageClass() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(StorePlan.class.getPermittedSubclasses()).allSatisfy(
                kind -> assertThat(page).contains("`" + kind.getSimpleName().toLowerCase(Locale.ROOT) + "`"));
        assertThat(Stream.of(StorePlan.StorageClass.values()).map(word -> word.name().toLowerCase(Locale.ROOT)))
                .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    @Test
    void eachOfItsExamplesCanBeRead() throws IOException {
        assertThat(YAML.matcher(Files.readString(PAGE)).results().map(result -> result.group(1))).hasSize(3)
                .allSatisfy(example -> {
                    Parsed<Inventory> read = InventoryReader.read(Source.of("stores.yaml", example));
                    assertThat(read.diagnostics()).isEmpty();
                });
    }
}
