package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a secret's file is handed to MySQL, and is seen nowhere: not on the console, in the journal or in the events. */
class SecretsStaySecretTest {
    private static final String PLANTED = "pl4nted 's3cret\" \\ ä/+=";
    private static final String RUNBOOK = """
            runbook planted "Planted"
                version "1"
                owner @lead
                requires mysql ">= 8.0.26"
                on failure stop

            phase all "All" {
                step known "Know" takes 1s {
                    let key = secret("key")
                    let keys = [key]
                    let here = mysql.ping(cluster.primary)
                }
                step asked "Ask" takes 1s {
                    let rows = mysql.query(cluster.primary, "SELECT ${known.here}")
                }
            }
            """;
    @TempDir
    private Path folder;

    @Test
    void neitherInOutputNorInJournal() throws IOException {
        plant(closedPort());
        Path journal = folder.resolve("journal");
        Invocation run = Invocation.of("run", folder.resolve("planted.runbook").toString(), "--operator", "ada",
                "--answers", folder.resolve("answers.yaml").toString(), "--journal", journal.toString());
        Invocation events = Invocation.of("run", folder.resolve("planted.runbook").toString(), "--operator", "ada",
                "--answers", folder.resolve("answers.yaml").toString(), "--journal", journal + "2", "--json");

        assertThat(run.out()).as(run.all()).contains("can't be reached");
        assertThat(Files.readString(journal)).contains("\"secret\":\"key\"");
        for (String form : forms().toList()) {
            assertThat(run.all() + events.all() + Files.readString(journal)).doesNotContain(form);
        }
    }

    private static Stream<String> forms() {
        byte[] bytes = PLANTED.getBytes(StandardCharsets.UTF_8);
        return Stream.of(PLANTED, "pl4nted", "s3cret", "'" + PLANTED.replace("'", "'\\''") + "'",
                URLEncoder.encode(PLANTED, StandardCharsets.UTF_8), Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private void plant(int port) throws IOException {
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        Files.writeString(folder.resolve("planted.runbook"), RUNBOOK);
        Files.writeString(folder.resolve("answers.yaml"), "approvals: {}\n");
        Files.writeString(folder.resolve("secret"), PLANTED);
        Files.writeString(folder.resolve("inventory.yaml"), """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "127.0.0.1:%d", login: dba}}
                    replication: dba
                logins: {dba: {user: lifeboat, password: {file: secret}}}
                secrets: {key: {file: secret}}
                roles: {lead: [ada]}
                people: {ada: {channels: [chat]}}
                channels: {chat: {kind: console}}
                lease: {directory: .}
                """.formatted(port));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
