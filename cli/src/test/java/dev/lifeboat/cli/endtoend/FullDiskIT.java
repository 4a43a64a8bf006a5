package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full ends a run before its next effect, and says how it goes on. */
@Timeout(300)
class FullDiskIT {
    private static final String RUNBOOK = """
            runbook calm "Nothing happens"
            version "1"
            owner @database_team

            phase all "All" {
                step much "Much that is journaled" {
                    for x in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] {
                        require now() > now() - 1m
                    }
                }
            }
            """;
    private static final String INVENTORY = """
            environment: lab
            people:
              ann: {}
            roles:
              database_team: [ann]
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1.example.net:3306", site: main, login: dba}
                replication: dba
            logins:
              dba: {user: dba, password: {env: DBA}, tls: verify}
            """;

    @TempDir
    Path folder;

    @Test
    void endsTheRunAndItIsCarriedOnOnceThereIsRoom() throws IOException, InterruptedException {
        Path journal = folder.resolve("run.journal");
        Path output = folder.resolve("output");
        int status = MortalProcess.startWithLimit(5, output, "run",
                Files.writeString(folder.resolve("calm.runbook"), RUNBOOK).toString(), "--inventory",
                Files.writeString(folder.resolve("inventory.yaml"), INVENTORY).toString(), "--operator", "ann",
                "--journal", journal.toString()).end();
        String said = Files.readString(output);
        assertThat(status).as(said).isEqualTo(4);
        assertThat(said).contains("can't be written any more").contains("`lifeboat resume ")
                .doesNotContain("\tat ").doesNotContain("defect");
        Invocation resumed = Invocation.of("resume", journal.toString(), "--operator", "ann");
        assertThat(resumed.status()).as(resumed.all()).isZero();
    }
}
