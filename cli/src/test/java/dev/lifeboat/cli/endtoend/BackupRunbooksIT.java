package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.builtins.lab.LabHaProxy;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runbooks about backups on real servers and stores: what is taken each night is pruned and copied, and comes back where the original is gone. */
@Timeout(300)
class BackupRunbooksIT {
    private MySqlLab lab;
    private LabHaProxy proxy;
    private int runs;

    @BeforeEach
    void open() throws Exception {
        lab = MySqlLab.start(member(ServerPlan.primary("db1")), member(ServerPlan.replica("db2", "db1")),
                member(ServerPlan.spare("new1")));
        proxy = LabHaProxy.start(lab, lab.server("db1"), lab.server("db2"));
        Files.createDirectory(store("san"));
        Files.createDirectory(store("s3"));
        Files.writeString(lab.folder().resolve("backup.key"), SealKeys.create().text());
        Files.writeString(inventory(), new InventoryText(lab, proxy, Map.of()).text().replaceFirst(" {6}new1: ",
                "    spares:\n$0") + """
                        secrets: {backup-key: {file: backup.key}}
                        stores:
                          san: {kind: directory, path: san, key: backup-key, keep: {full: 1s, binlog: 1s}}
                          s3: {kind: directory, path: s3, key: backup-key}
                        """);
        succeeds("prepare", "--inventory", inventory().toString());
        for (String line : succeeds("prepare", "--inventory", inventory().toString(), "--grants").out().lines()
                .toList()) {
            lab.server("db1").execute(line.replaceFirst(";$", ""));
        }
        // Nobody writes between a backup and the logs that follow it: those before it are not needed then.
        lab.server("db1").execute("SET GLOBAL event_scheduler = OFF");
    }

    private static ServerPlan member(ServerPlan plan) {
        return plan.bootsFenced().with("plugin_load_add", "mysql_clone.so");
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        lab.close();
    }

    private Path inventory() {
        return lab.folder().resolve("inventory.yaml");
    }

    private Path store(String name) {
        return lab.folder().resolve(name);
    }

    private static Invocation succeeds(String... words) {
        Invocation done = Invocation.of(words);
        assertThat(done.status()).as(done.all()).isZero();
        return done;
    }

    private Invocation run(String runbook, String... parameters) throws IOException {
        Path answers = Files.writeString(lab.folder().resolve("answers.yaml"), "approvals: {}\n");
        List<String> words = new ArrayList<>(List.of("run", Path.of("..", "runbooks", runbook + ".runbook").toString(),
                "--inventory", inventory().toString(), "--operator", "senior_dba", "--answers", answers.toString(),
                "--journal", lab.folder().resolve("run-" + ++runs + ".journal").toString()));
        Arrays.stream(parameters).forEach(parameter -> words.addAll(List.of("--param", parameter)));
        return succeeds(words.toArray(String[]::new));
    }

    private void sells(int id) throws Exception {
        LabServer db1 = lab.server("db1");
        db1.execute("INSERT INTO shop.orders (id, note) VALUES (" + id + ", 'sold')");
        lab.server("db2").replica().awaitAppliedFrom(db1);
    }

    private List<String> objects(String store) {
        return new DirectoryStore(store, store(store)).list("").stream().map(StoredObject::name).toList();
    }

    /** Their ids, the oldest first. */
    private Set<String> backups(String store) {
        return objects(store).stream().filter(name -> name.endsWith("/manifest.json"))
                .map(name -> name.split("/")[3]).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> logs(String store) {
        return objects(store).stream().filter(name -> name.contains("/binlog/")).toList();
    }

    @Test
    @DisplayName("old backups and logs go and none that is needed, a copy is made, and is restored where the original is gone")
    void comesBackFromTheCopy() throws Exception {
        sells(1);
        run("backup-full");
        sells(2);
        run("backup-binlogs");
        List<String> before = logs("san");
        run("backup-full");
        sells(3);
        run("backup-binlogs");
        Set<String> all = backups("san");
        assertThat(all).hasSize(2);

        run("backup-prune");
        String newest = all.stream().reduce((one, next) -> next).orElseThrow();
        assertThat(backups("san")).containsExactly(newest);
        assertThat(before).isNotEmpty();
        assertThat(logs("san")).as("those since the newest backup").isNotEmpty().doesNotContainAnyElementsOf(before);

        run("backup-copy");
        assertThat(backups("s3")).containsExactly(newest);
        lose(store("san"));
        Invocation restored = run("backup-verify", "within=s3");
        assertThat(restored.out()).contains(newest);
        assertThat(lab.server("new1").query("SHOW SCHEMAS LIKE 'shop'")).as("it is a drill").isEmpty();
    }

    private static void lose(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
