package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.ChannelPlan;
import dev.lifeboat.builtins.inventory.Placeholder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about channels says what the reader reads, and the example inventory shows it. */
class ChannelPageTest {
    private static final Path PAGE = Path.of("..", "docs", "channels.md");
    private static final Path EXAMPLE = Path.of("..", "runbooks", "inventory", "example.yaml");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void itNamesEveryKindAndEveryPlaceholder() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Stream.concat(
                Arrays.stream(ChannelPlan.class.getPermittedSubclasses())
                        .map(kind -> "`" + kind.getSimpleName().toLowerCase() + "`"),
                Arrays.stream(Placeholder.values()).map(placeholder -> "`${" + placeholder.word() + "}`")))
                .allSatisfy(word -> assertThat(page).contains(word));
        assertThat(page).contains("has " + Postman.FOR_ONE.toSeconds() + " s for a message")
                .contains(Notifier.FOR_ALL.toSeconds() + " s at most");
    }

    @Test
    void eachOfItsExamplesCanBeRead() throws IOException {
        List<String> examples = YAML.matcher(Files.readString(PAGE)).results().map(result -> result.group(1)).toList();

        assertThat(examples).hasSize(3).allSatisfy(Described::inventory);
    }

    @Test
    void theExampleInventoryHasOneOfEachKind() throws IOException {
        assertThat(Described.inventory(Files.readString(EXAMPLE)).channels().values().stream().map(Object::getClass)
                .collect(Collectors.toSet())).hasSize(ChannelPlan.class.getPermittedSubclasses().length);
    }
}
