package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.seal.SealFile;
import dev.lifeboat.cli.seal.Sealing;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may seal what, what a seal says, and what runs in production. */
@Timeout(120)
class SealCommandTest {
    private static final Path EXPECTED = Path.of("src/test/resources/seal");
    private static final String RUNBOOK = """
            runbook calm "Nothing happens"
                version "1"
                owner @database_team
                review every 90d

            use "library/more.runbook"

            phase all "All" {
                step nothing "Nothing" takes 1s {
                    wait 1s
                }
            }
            """;
    private static final String LIBRARY = """
            library more

            template greeting() "Hello" \"""
                All is well.
                \"""
            """;
    private static final String INVENTORY = """
            environment: production
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1.example.net:3306", site: main, login: dba}
                  db2: {address: "db2.example.net:3306", site: main, login: dba}
            logins:
              dba: {user: dba, password: {env: DBA}, tls: verify}
            people:
              ann: {channels: [letters], key: ANN}
              bob: {channels: [letters], key: BOB}
              nan: {channels: [letters]}
            roles:
              database_team: [ann, nan]
              release_board: [bob]
            channels:
              letters: {kind: file}
            """;
    /** A key takes its time. */
    @TempDir
    private static Path keys;
    private static String annsKey;
    private static String bobsKey;
    @TempDir
    private Path folder;
    private Path runbook;
    private Path library;
    private Path inventory;
    private Path seal;

    @BeforeAll
    static void makeKeys() throws IOException {
        Files.writeString(keys.resolve("passphrase"), "correct horse\n");
        annsKey = keygen("ann");
        bobsKey = keygen("bob");
    }

    @BeforeEach
    void write() throws IOException {
        runbook = Files.writeString(folder.resolve("calm.runbook"), RUNBOOK);
        library = Files.writeString(Files.createDirectory(folder.resolve("library")).resolve("more.runbook"), LIBRARY);
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        inventory = Files.writeString(folder.resolve("inventory.yaml"),
                INVENTORY.replace("ANN", annsKey).replace("BOB", bobsKey));
        seal = folder.resolve("calm.seal");
    }

    private static String keygen(String person) {
        return signing("keygen", person, person).out().replaceAll("(?s).*key: (.*)}\\s*", "$1");
    }

    private static Invocation signing(String command, String person, String key, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--as", person, "--key",
                keys.resolve(key + ".pem").toString(), "--passphrase-file", keys.resolve("passphrase").toString()));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray(String[]::new));
    }

    private Invocation seal(String person, String... more) {
        List<String> words = new ArrayList<>(List.of(runbook.toString()));
        words.addAll(List.of(more));
        return signing("seal", person, person, words.toArray(String[]::new));
    }

    private void sealed() {
        Invocation sealed = seal("ann");
        assertThat(sealed.status()).as(sealed.all()).isZero();
    }

    private Invocation run(String... more) throws IOException {
        Files.deleteIfExists(folder.resolve("run.journal"));
        List<String> words = new ArrayList<>(List.of("run", runbook.toString(), "--operator", "nan", "--journal",
                folder.resolve("run.journal").toString()));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray(String[]::new));
    }

    private Invocation check() {
        return Invocation.of("check", runbook.toString());
    }

    private String letters() throws IOException {
        return Files.readString(folder.resolve("letters.txt"));
    }

    @Test
    void theOwnerSealsWhatHasPassedAllItsScenariosAndWhoHasToKnowIsTold() throws IOException {
        scenario("calm", "start_run: 5s\n");
        scenario("done", "start_run: 5s\nexpect: done\n");
        Invocation sealed = seal("ann");
        assertThat(sealed.status()).as(sealed.all()).isZero();
        assertThat(sealed.out()).contains("Scenario calm: done\nScenario done: done\nSealed by ann: ",
                "Told ann (@database_team) by letters", "Told nan (@database_team) by letters");
        assertThat(letters()).contains("Subject: Sealed: runbook `calm`", "It has passed 2 scenarios.");
        Golden.compare(EXPECTED.resolve("calm.seal"), Files.readString(seal)
                .replaceFirst("sealed at: .*", "sealed at: TIME")
                .replaceFirst("signature: .*", "signature: SIGNATURE")
                .replaceAll("journal sha256:.*", "journal DIGEST"));
        assertThat(check().out() + check().err()).contains("No errors").doesNotContain("LB002");
    }

    private void scenario(String name, String text) throws IOException {
        Path stories = Files.createDirectories(folder.resolve("scenarios").resolve("calm"));
        Files.writeString(stories.resolve(name + ".yaml"), text);
    }

    @Test
    void twoSealsOfTheSameSayTheSameOfItsJournals() throws IOException {
        sealed();
        List<String> first = Files.readAllLines(seal).stream().filter(line -> line.startsWith("scenario")).toList();
        sealed();
        assertThat(Files.readAllLines(seal)).containsAll(first);
        assertThat(first).isNotEmpty();
    }

    @Test
    void othersCanBeTold() throws IOException {
        assertThat(seal("ann", "--tell", "@release_board").out()).contains("Told bob (@release_board)")
                .doesNotContain("Told ann");
        Files.writeString(folder.resolve("lifeboat.yaml"),
                "inventory: inventory.yaml\nchange_management: \"@release_board\"\n");
        assertThat(seal("ann").out()).contains("Told bob (@release_board)").doesNotContain("Told ann");
        assertThat(seal("ann", "--tell", "@nobody").err()).contains("Nobody holds role `@nobody`");
    }

    @Test
    void whatDoesNotPassIsNotSealed() throws IOException {
        scenario("bad", "start_run: 5s\nexpect: rolled_back\n");
        Invocation refused = seal("ann");
        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.out()).contains("Scenario bad: done, which is not as expected");
        assertThat(refused.err()).contains("Not sealed: not every scenario ended as expected.");
        assertThat(seal).doesNotExist();
    }

    @Test
    void nobodyElseSeals() {
        assertThat(seal("bob").err())
                .contains("Not sealed: `bob` does not hold the role of its owner, @database_team.");
        assertThat(seal("nan").err()).contains("Not sealed: The inventory has no key of `nan`.");
        assertThat(signing("seal", "ann", "bob", runbook.toString()).err())
                .contains("the inventory has another key of `ann` than this one.");
        assertThat(seal).doesNotExist();
    }

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

    private Event.RunBegan began() {
        return (Event.RunBegan) JournalReader.read(folder.resolve("run.journal")).records().getFirst().event();
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

    private static char other(char letter) {
        return letter == ' ' ? '_' : letter == 'a' ? 'b' : letter == '\n' ? ' ' : 'a';
    }

    @Test
    void whatHasToBeReviewedIsStaleInTime() throws IOException {
        Files.writeString(runbook, RUNBOOK.replace("review every 90d", "review every 1s"));
        sealed();
        Eventually.holds(new SystemClock(), "the review is due",
                () -> check().err().contains("It has to be reviewed every 1s, and was sealed at "));
        assertThat(run().status()).isZero();
    }
}
