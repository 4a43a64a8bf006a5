package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The password that a real run logs in by is in nothing that it leaves or shows: not on the way to MySQL either, nor in the arguments of its process. */
class SecretsIT {
    private static final String OF_FILE = "pl4nted 's3cret\" ä/+=";
    private static final String OF_ENVIRONMENT = "0ther 'pl4nt\" &ü?%";
    private static final String RUNBOOK = """
            runbook planted "Planted"
                version "1"
                owner @lead
                requires mysql ">= 8.0.26"
                on failure stop

            phase all "All" {
                step known "Know" timeout 1m takes 1s {
                    let rows = mysql.query(cluster.primary, "SELECT SLEEP(1)")
                }
                step asked "Ask" timeout 1m takes 1s {
                    let rows = mysql.query(cluster.primary, "SELECT 1 FROM %s LIMIT 1")
                }
            }
            """;

    @Test
    void isSeenNowhere() throws Exception {
        try (MySqlLab lab = MySqlLab.start(ServerPlan.primary("db1"))) {
            LabServer db1 = lab.server("db1");
            for (String login : List.of("{file: secret}", "{env: PLANTED}")) {
                String password = login.contains("file") ? OF_FILE : OF_ENVIRONMENT;
                db1.execute("CREATE USER IF NOT EXISTS planted", "GRANT ALL ON *.* TO planted",
                        "ALTER USER planted IDENTIFIED BY '" + password.replace("'", "''") + "'",
                        "SET GLOBAL log_output = 'TABLE'", "TRUNCATE mysql.general_log", "SET GLOBAL general_log = ON");
                plant(lab.folder(), db1, login);
                ends(lab.folder(), db1, "mysql.user", 0);
                ends(lab.folder(), db1, "mysql.nothing", 4);
                db1.execute("SET GLOBAL general_log = OFF");
            }
        }
    }

    private static void ends(Path folder, LabServer db1, String table, int status) throws Exception {
        Files.writeString(folder.resolve("planted.runbook"), RUNBOOK.formatted(table));
        for (List<String> options : List.of(List.<String>of(), List.of("--json"))) {
            Path journal = folder.resolve("journal");
            Path output = folder.resolve("output");
            Files.deleteIfExists(journal);
            List<String> command = Stream.concat(Stream.of(MortalProcess.command("run",
                    folder.resolve("planted.runbook").toString(), "--operator", "ada", "--answers",
                    folder.resolve("answers.yaml").toString(), "--journal", journal.toString())).flatMap(List::stream),
                    options.stream()).toList();
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("PLANTED", OF_ENVIRONMENT);
            Process process = builder.start();
            StringBuilder seen = new StringBuilder();
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                seen.append(process.info().commandLine().orElse(""))
                        .append(db1.query("SELECT * FROM information_schema.processlist"));
            }
            String said = Files.readString(output);
            assertThat(process.exitValue()).as(said).isEqualTo(status);
            String statements = db1.query("SELECT CONVERT(argument USING utf8mb4) AS said FROM mysql.general_log")
                    .toString();
            assertThat(statements).contains("SLEEP");
            isNotIn(seen + said + Files.readString(journal) + statements);
        }
    }

    private static void isNotIn(String everything) {
        Stream.of(OF_FILE, OF_ENVIRONMENT).flatMap(SecretsIT::forms)
                .forEach(form -> assertThat(everything).doesNotContain(form));
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(secret, secret.split(" ")[0], "'" + secret.replace("'", "'\\''") + "'",
                secret.replace("'", "''"), secret.replace("\"", "\\\""),
                URLEncoder.encode(secret, StandardCharsets.UTF_8), Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static void plant(Path folder, LabServer db1, String password) throws IOException {
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        Files.writeString(folder.resolve("answers.yaml"), "approvals: {}\n");
        Files.writeString(folder.resolve("secret"), OF_FILE);
        Files.writeString(folder.resolve("inventory.yaml"), """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "%s", login: dba}}
                    replication: dba
                logins: {dba: {user: planted, password: %s}}
                roles: {lead: [ada]}
                people: {ada: {channels: [chat]}}
                channels: {chat: {kind: console}}
                """.formatted(db1.address(), password));
    }
}
