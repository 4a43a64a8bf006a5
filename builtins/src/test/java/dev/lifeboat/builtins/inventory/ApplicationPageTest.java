package dev.lifeboat.builtins.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.ServerFigure;
import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the application, sites and figures says what the reader reads. */
class ApplicationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "application.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final String AROUND = """
            environment: lab
            clusters: {shop: {primary: db1, servers: {db1: {address: "db1:3306", login: dba}}}}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            hosts: {app1: {}}
            """;

    @Test
    void eachOfItsExamplesCanBeRead() throws IOException {
        List<String> examples = YAML.matcher(Files.readString(PAGE)).results().map(result -> result.group(1)).toList();

        assertThat(examples).hasSize(3).allSatisfy(example -> assertThat(
                InventoryReader.read(Source.of("page.yaml", AROUND + example)).diagnostics()).isEmpty());
    }

    @Test
    void itNamesEveryPlaceholderAndEveryFigure() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(ServerPlaceholder.words()).allSatisfy(word -> assertThat(page).contains("`${" + word + "}`"));
        assertThat(ServerFigure.words()).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }
}
