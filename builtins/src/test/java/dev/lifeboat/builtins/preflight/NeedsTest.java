package dev.lifeboat.builtins.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.mysql.Privilege;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.Checked;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final String LIBRARY = """
            library sessions

            procedure end_sessions(db: server) "End its sessions" {
                step kill "Kill" timeout 1m { mysql.kill_sessions(db) }
                irreversible "They connect again."
            }
            """;

    private static Needs needs(String runbook, Value... given) throws IOException {
        Inventory inventory = InventoryReader.read(Source.read("example.yaml",
                Files.readAllBytes(Path.of("..", "runbooks", "inventory", "example.yaml")))).tree().orElseThrow();
        SourceFile tree = RunbookSyntax.parse(Source.of("test.runbook", runbook)).tree().orElseThrow();
        SourceFile.Library library = (SourceFile.Library) RunbookSyntax.parse(Source.of("library.runbook", LIBRARY))
                .tree()
                .orElseThrow();
        Checked checked = new Checker(Builtins.registry(inventory), Optional.empty(), List.of()).check(tree,
                new Libraries(new LinkedHashMap<>(Map.of("library.runbook", library)), List.of()));
        assertThat(checked.program()).as(checked.diagnostics().toString()).isPresent();
        return new Needs(checked.program().orElseThrow(), inventory, "ecommerce", List.of(given));
    }

    private static String runbook(String header, String steps) {
        return "runbook test \"Test\"\n    version \"1\"\n    owner @database_lead\n" + header
                + "\nphase all \"All\" {\n" + steps + "\n}\n";
    }

    @Test
    void callsOfHandlersVerificationsAndProceduresCountToo() throws IOException {
        Needs needs = needs(runbook("use \"library.runbook\"", """
                step one "One" timeout 1m { require mysql.ping(cluster.primary), "No." }
                verify { require mysql.lag(cluster.primary).bound < 10s, "Behind." }
                on failure {
                    if mysql.ping(cluster.primary) { mysql.set_read_only(cluster.primary, on: true) }
                    continue
                }
                perform end_sessions(db: cluster.primary) as ended
                """));

        assertThat(needs.calls()).extracting(call -> call.word()).contains("mysql.ping", "mysql.lag",
                "mysql.set_read_only", "mysql.kill_sessions");
        assertThat(needs.grants().privileges()).extracting(Privilege::toString).contains("SYSTEM_VARIABLES_ADMIN",
                "PERSIST_RO_VARIABLES_ADMIN",
                "CONNECTION_ADMIN");
    }

    @Test
    void theServersAreTheClustersAndThoseThatAreNamed() throws IOException {
        String looks = "step one \"One\" timeout 1m { require mysql.ping(%s), \"No.\" }";

        assertThat(needs(runbook("", looks.formatted("cluster.primary"))).servers()).containsExactly("db1", "db2",
                "dr1",
                "late");
        assertThat(needs(runbook("", looks.formatted("server(\"new1\")"))).servers()).contains("new1");
        assertThat(
                needs(runbook("", "for each spare in cluster.spares { " + looks.formatted("spare") + " }")).servers())
                .contains("new1");
        assertThat(
                needs(runbook("param db: server", looks.formatted("db")), new Value.Handle("server", "new1")).servers())
                .contains("new1");
    }

    @Test
    void theStoresAreThoseThatAreNamed() throws IOException {
        String looks = "step one \"One\" timeout 1m { require store.state(%s).usable, \"No.\" }";

        assertThat(needs(runbook("", looks.formatted("store(\"s3\")"))).stores()).containsExactly("s3");
        assertThat(needs(runbook("param to: store = store(\"tape\")", looks.formatted("to")),
                new Value.Handle("store", "san")).stores()).containsExactlyInAnyOrder("tape", "san");
    }

    @Test
    void theProgramsAreThoseThatItsWordsRunHere() throws IOException {
        assertThat(programs("let state = store.state(store(\"s3\"))")).isEmpty();
        assertThat(programs("let taken = backup.full(cluster.primary, to: store(\"s3\"))"))
                .containsExactly("program `mysqldump`");
        assertThat(programs("let added = backup.top_up(cluster.primary, from: store(\"s3\"))"))
                .containsExactly("program `mysql`", "program `mysqlbinlog`");
    }

    private static List<String> programs(String statement) throws IOException {
        Needs needs = needs(
                runbook("", "step one \"One\" timeout 1m { " + statement + " }\nirreversible \"It is meant.\""));
        return new EstateLooks(null, needs, null, null).ofPrograms().stream().map(Look::subject).toList();
    }

    @Test
    void theHostsAreThoseOfTheServersAndTheWitnesses() throws IOException {
        Needs needs = needs(runbook("requires mysql \">= 8.4\"",
                "step one \"One\" timeout 1m { require mysql.ping(cluster.primary), \"No.\" }"));

        assertThat(needs.hosts()).containsExactly("db1", "db2", "dr1", "db9", "w1");
        assertThat(needs.versions()).contains(">= 8.4");
        assertThat(needs.endpoints()).containsExactly("orders-db");
    }
}
