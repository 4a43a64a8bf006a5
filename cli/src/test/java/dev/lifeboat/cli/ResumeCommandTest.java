package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {
    private static final String CALM = """
            runbook calm "Nothing happens"
            version "1"
            owner @database_team

            phase all "All" {
                step nothing "Nothing" {
                    wait 1s
                }
                step more "A little more" {
                    wait 1s
                }
            }
            """;
    private static final String INVENTORY = """
            environment: lab
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1.example.net:3306", site: main, login: dba}
                replication: dba
            logins:
              dba: {user: dba, password: {env: DBA}, tls: verify}
            people:
              ann: {}
            roles:
              database_team: [ann]
            """;

    @TempDir
    Path folder;

    @Test
    void aRunThatBrokeOffIsCarriedOnToItsEnd() throws IOException {
        Path journal = run();
        breakOff(journal, "\"event\":\"StepEnded\"");
        Invocation resumed = resume(journal);
        assertThat(resumed.status()).as(resumed.all()).isZero();
        assertThat(resumed.out()).contains("carried on by ann").contains("more  A little more");
        assertThat(Files.readString(journal)).containsOnlyOnce("\"event\":\"StepBegan\",\"step\":\"nothing\"");
        assertThat(Invocation.of("journal", "verify", journal.toString()).status()).isZero();
    }

    @Test
    void aRecordThatWasNeverFinishedIsCutOffAndReported() throws IOException {
        Path journal = run();
        breakOff(journal, "\"event\":\"StepEnded\"");
        Files.writeString(journal, "00000066 d93f2dde 79", StandardOpenOption.APPEND);
        Invocation resumed = resume(journal);
        assertThat(resumed.status()).as(resumed.all()).isZero();
        assertThat(resumed.err()).contains("20 bytes of one that was never finished. They are cut off.");
    }

    @Test
    void aDamagedJournalIsRefused() throws IOException {
        Path journal = run();
        Files.writeString(journal, Files.readString(journal).replaceFirst("nothing", "nothinG"));
        assertThat(resume(journal).status()).isEqualTo(ExitStatus.WORLD_UNAVAILABLE);
        assertThat(Invocation.of("journal", "verify", journal.toString()).status())
                .isEqualTo(ExitStatus.INVALID_FILE);
    }

    @Test
    void aRunThatHasEndedIsNotCarriedOn() throws IOException {
        Invocation resumed = resume(run());
        assertThat(resumed.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(resumed.err()).contains("has ended (done): there is nothing to carry on.");
    }

    @Test
    void aDryRunIsNeverCarriedOnOnRealServers() throws IOException {
        Path journal = folder.resolve("dry.journal");
        Invocation.of("dry-run", runbook(CALM), "--inventory", inventory(), "--journal", journal.toString());
        Invocation resumed = resume(journal);
        assertThat(resumed.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(resumed.err()).contains("is the journal of a dry run, which is never carried on on real servers.");
    }

    @Test
    void whatHasNotBegunMayBeAmended() throws IOException {
        Path journal = run();
        breakOff(journal, "\"event\":\"StepEnded\"");
        String edited = CALM.replace("A little more", "Something else").replace("wait 1s", "wait  1s # as it was");
        Invocation resumed = resume(journal, "--amend", Files.writeString(folder.resolve("new.runbook"), edited)
                .toString());
        assertThat(resumed.status()).as(resumed.all()).isZero();
        assertThat(resumed.out()).contains("step `more` changed").contains("more  Something else");
    }

    @Test
    void whatHasBegunMayNot() throws IOException {
        Path journal = run();
        breakOff(journal, "\"event\":\"StepEnded\"");
        String edited = CALM.replaceFirst("wait 1s", "wait 2s");
        Invocation resumed = resume(journal, "--amend", Files.writeString(folder.resolve("new.runbook"), edited)
                .toString());
        assertThat(resumed.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(resumed.err()).contains("step `nothing` had begun and was changed.");
    }

    private Path run() throws IOException {
        Path journal = folder.resolve("run.journal");
        Invocation run = Invocation.of("run", runbook(CALM), "--inventory", inventory(), "--operator", "ann",
                "--journal", journal.toString());
        assertThat(run.status()).as(run.all()).isZero();
        return journal;
    }

    private Invocation resume(Path journal, String... more) {
        return Invocation.of(java.util.stream.Stream.concat(
                java.util.stream.Stream.of("resume", journal.toString(), "--operator", "ann"),
                java.util.stream.Stream.of(more)).toArray(String[]::new));
    }

    /** Leaves what is before the first such record. */
    private static void breakOff(Path journal, String record) throws IOException {
        List<String> lines = Files.readAllLines(journal);
        int first = 0;
        while (!lines.get(first).contains(record)) {
            first++;
        }
        Files.writeString(journal, String.join("\n", lines.subList(0, first)) + "\n");
    }

    private String runbook(String text) throws IOException {
        return Files.writeString(folder.resolve("calm.runbook"), text).toString();
    }

    private String inventory() throws IOException {
        return Files.writeString(folder.resolve("inventory.yaml"), INVENTORY).toString();
    }
}
