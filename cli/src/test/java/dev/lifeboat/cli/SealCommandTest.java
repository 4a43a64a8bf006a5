package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may seal what, what a seal says, and who hears of it. */
@Timeout(120)
class SealCommandTest extends SealFolder {
    private static final Path EXPECTED = Path.of("src/test/resources/seal");

    @Test
    void theOwnerSealsWhatHasPassedAllItsScenariosAndWhoHasToKnowIsTold() throws IOException {
        scenario("calm", "start_run: 5s\n");
        scenario("done", "start_run: 5s\nexpect: done\n");
        Invocation sealed = seal("ann");
        assertThat(sealed.status()).as(sealed.all()).isZero();
        assertThat(sealed.out()).contains("Scenario calm: done\nScenario done: done\nSealed by ann: ",
                "Told ann (@database_team) by letters", "Told nan (@database_team) by letters");
        assertThat(letters()).contains("Subject: Sealed: runbook `calm`", "It has passed all its scenarios, 2.");
        Golden.compare(EXPECTED.resolve("calm.seal"), Files.readString(seal)
                .replaceFirst("sealed at: .*", "sealed at: TIME")
                .replaceFirst("signature: .*", "signature: SIGNATURE")
                .replaceAll("journal sha256:.*", "journal DIGEST"));
        assertThat(check().out() + check().err()).contains("No errors").doesNotContain("LB002");
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
}
