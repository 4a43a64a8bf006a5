package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.seal.SealFile;
import dev.lifeboat.cli.seal.Sealing;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs in production, and what is said of a seal that does not fit. */
@Timeout(120)
class SealDemandTest extends SealFolder {

    @Test
    void inProductionOnlyRunsWhatIsSealed() throws IOException {
        Invocation refused = run();
        assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err()).contains("`calm.runbook` has no seal. In production only runs what its owner has");
        assertThat(folder.resolve("run.journal")).doesNotExist();
        sealed();
        Invocation run = run();
        assertThat(run.status()).as(run.all()).isZero();
        assertThat(began().breakGlass()).isNull();
        Files.delete(seal);
        Files.writeString(inventory,
                Files.readString(inventory).replace("environment: production", "environment: lab"));
        assertThat(run().status()).isZero();
    }

    @Test
    void whoeverBreaksTheGlassSaysWhyAndTheOwnerHears() throws IOException {
        assertThat(run("--break-glass", " ").err()).contains("`--break-glass` needs a reason");
        Invocation run = run("--break-glass", "The seal is on the site that is gone.");
        assertThat(run.status()).as(run.all()).isZero();
        assertThat(run.out()).contains(
                "Without its owner's seal: The seal is on the site that is gone. (`calm.runbook` has no seal.)");
        assertThat(began().breakGlass()).startsWith("The seal is on the site that is gone.");
        assertThat(JournalReader.read(folder.resolve("run.journal")).records()).extracting(Recorded::event)
                .filteredOn(Event.Escalated.class::isInstance).singleElement().asString()
                .contains("break glass", "database_team");
        assertThat(letters()).contains("To: ann", "The runbook runs without its owner's seal. The seal is on the site");
    }

    @Test
    void aRunThatBrokeTheGlassIsResumedAsOneThatDid() throws IOException {
        run("--break-glass", "There is no time.");
        Path journal = folder.resolve("run.journal");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, String.join("\n", lines.subList(0, lines.size() - 2)) + "\n");
        Invocation resumed = Invocation.of("resume", journal.toString(), "--operator", "nan");
        assertThat(resumed.status()).as(resumed.all()).isZero();
    }

    @Test
    void anAmendmentNeedsTheOwnersSealOrAReasonToo() throws IOException {
        sealed();
        run();
        Path journal = folder.resolve("run.journal");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, String.join("\n", lines.subList(0, lines.size() - 2)) + "\n");
        Path edited = Files.writeString(folder.resolve("edited.runbook"), RUNBOOK + "# Nothing else.\n");
        assertThat(amend(journal, edited).err()).contains("`edited.runbook` has no seal. In production only runs");
        Invocation resumed = amend(journal, edited, "--break-glass", "ann is on a plane.");
        assertThat(resumed.status()).as(resumed.all()).isZero();
        assertThat(resumed.out())
                .contains("without its owner's seal: ann is on a plane. (`edited.runbook` has no seal.)");
        assertThat(letters()).contains("Subject: Amended without a seal: run", "ann is on a plane.");
    }

    @Test
    void whatWasChangedSinceIsNamed() throws IOException {
        sealed();
        Files.writeString(library, LIBRARY.replace("All is well", "All is fine"));
        assertThat(run().err()).contains("The seal of `calm.runbook` does not fit: `library/more.runbook` was changed");
        assertThat(check().err()).contains("warning[LB002]: The seal of `calm.runbook` does not fit: "
                + "`library/more.runbook` was changed since.");
        Files.writeString(library, LIBRARY);
        Files.writeString(inventory,
                Files.readString(inventory).replace("db2.example.net:3306", "db3.example.net:3306"));
        assertThat(run().err())
                .contains("The inventory had `server db2 at db2.example.net:3306`, and has not any more. "
                        + "The inventory has `server db2 at db3.example.net:3306` now.");
        Files.writeString(inventory,
                Files.readString(inventory).replace("db3.example.net:3306", "db2.example.net:3306"));
        scenario("default", "start_run: 6s\n");
        assertThat(check().err()).contains("The seal of `calm.runbook` is stale: Scenario `default` is new");
        assertThat(run().status()).isZero();
    }

    @Test
    void whoeverHasLeftTheRoleHasSealedNothing() throws IOException {
        sealed();
        Files.writeString(inventory,
                Files.readString(inventory).replace("database_team: [ann, nan]", "database_team: [nan]"));
        assertThat(run().err()).contains("`ann` does not hold the role of its owner, @database_team.");
    }

    @Test
    void anAlteredByteOfTheSealIsNoticed() throws IOException {
        sealed();
        InventoryFile now = InventoryFile.read(inventory);
        Sealing sealing = new Sealing(
                new RunbookReader(root -> Assembly.checker(root, now.inventory())).read(runbook), now);
        String text = Files.readString(seal);
        for (int at = 0; at < text.length(); at++) {
            String altered = text.substring(0, at) + other(text.charAt(at)) + text.substring(at + 1);
            Files.writeString(seal, altered);
            assertThat(SealFile.beside(runbook).read().map(sealing::wrong)).as(altered)
                    .matches(wrong -> wrong.isEmpty() || !wrong.get().isEmpty());
        }
        Files.writeString(seal, text + "\n");
        assertThat(run().err()).contains("`calm.seal` is none, or was altered.");
        Files.writeString(seal, text);
        assertThat(SealFile.beside(runbook).read().map(sealing::wrong)).contains(List.of());
    }

    @Test
    void anAlteredByteOfTheRunbookOrALibraryIsNoticed() throws IOException {
        sealed();
        for (Path file : List.of(runbook, library)) {
            String text = Files.readString(file);
            for (int at = 0; at < text.length(); at += 11) {
                String altered = text.substring(0, at) + other(text.charAt(at)) + text.substring(at + 1);
                Files.writeString(file, altered);
                assertThat(run().status()).as(altered).isNotZero();
            }
            Files.writeString(file, text);
        }
        assertThat(run().status()).isZero();
    }

    @Test
    void whatHasToBeReviewedIsStaleInTime() throws IOException {
        Files.writeString(runbook, RUNBOOK.replace("review every 90d", "review every 1s"));
        sealed();
        Eventually.holds(new SystemClock(), "the review is due",
                () -> check().err().contains("It has to be reviewed every 1s, and was sealed at "));
        assertThat(run().status()).isZero();
    }

    private Event.RunBegan began() {
        return (Event.RunBegan) JournalReader.read(folder.resolve("run.journal")).records().getFirst().event();
    }

    private static Invocation amend(Path journal, Path edited, String... more) {
        List<String> words = new ArrayList<>(
                List.of("resume", journal.toString(), "--operator", "nan", "--amend", edited.toString()));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray(String[]::new));
    }

    private static char other(char letter) {
        return letter == ' ' ? '_' : letter == 'a' ? 'b' : letter == '\n' ? ' ' : 'a';
    }
}
