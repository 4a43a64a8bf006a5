package dev.lifeboat.builtins.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.AccountGrants;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.survey.ServerLook;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.builtins.store.ObjectsOfStore;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.run.Event.Finding;
import dev.lifeboat.interpreter.run.Event.Identity;
import dev.lifeboat.interpreter.run.Event.PreflightEnded;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    private static final List<Signature> WORDS = Stream.of("kill_sessions", "query")
            .map(word -> Builtins.registry(Inventory.EMPTY).find("mysql", word).orElseThrow()).toList();
    private final FakeEstate estate = new FakeEstate();
    private final SequencedMap<String, Identity> recorded = new LinkedHashMap<>();
    private Set<String> spares = Set.of();

    @BeforeEach
    void beats() {
        Stream.of(estate.db1, estate.db2, estate.db3).forEach(server -> server.heartbeat = Optional
                .of(new MySqlServer.Heartbeat(FakeMySqlServer.START, estate.db1.uuid)));
    }

    private PreflightEnded preflight(Look... more) {
        ServerLook look = new ServerLook(new SystemClock(), AccountGrants.of(WORDS, false),
                Optional.of(">= 9.0"),
                Map.of(new Address("db1", 3306), "db1"), spares);
        Stream<Look> servers = Stream.of(estate.db1, estate.db2, estate.db3)
                .map(server -> new Look(server.name(), notes -> look.at(server, notes)));
        return new Preflight(new SystemClock(), Stream.concat(servers, Stream.of(more)).toList(),
                new Expected(List.of("db1", "db2", "db3"), recorded)).look();
    }

    private static Stream<Finding> blocking(PreflightEnded found) {
        return found.findings().stream().filter(Finding::blocks);
    }

    private static Stream<String> messages(PreflightEnded found) {
        return found.findings().stream().map(Finding::message);
    }

    @Test
    void aDeadServerBlocksNothingAndIsKnownByItsReplicas() {
        estate.db1.answer = Answer.REFUSED;
        PreflightEnded found = preflight();

        assertThat(blocking(found)).isEmpty();
        assertThat(messages(found)).anyMatch(message -> message.startsWith("`db1` does not answer"));
        assertThat(found.identities()).contains(new Identity("db1", estate.db1.uuid, "", "its replicas"));
    }

    @Test
    void withNoReplicaToAskTheRecordSaysWhoItWas() {
        Stream.of(estate.db1, estate.db2, estate.db3).forEach(server -> server.answer = Answer.NO_ROUTE);
        recorded.put("db1", new Identity("db1", "3e11", "9.7.4", Expected.RECORDED));
        PreflightEnded found = preflight();

        assertThat(blocking(found)).isEmpty();
        assertThat(found.identities()).containsExactly(recorded.get("db1"));
    }

    @Test
    void anotherServerThanTheLastTimeBlocks() {
        recorded.put("db2", new Identity("db2", "3e11", "9.7.4", Expected.RECORDED));

        assertThat(blocking(preflight())).singleElement().matches(finding -> finding.message().contains("3e11")
                && finding.message().contains(estate.db2.uuid) && finding.hint().contains("--accept db2"));
    }

    @Test
    void twoNamesOfOneServerBlock() {
        estate.db3.uuid = estate.db2.uuid;

        assertThat(blocking(preflight())).singleElement()
                .matches(finding -> finding.message().startsWith("`db2` and `db3` lead to the same server"));
    }

    @Test
    void aTopologyThatIsNotSupportedBlocks() {
        estate.db2.groupReplication = true;
        estate.db3.filters = true;

        assertThat(blocking(preflight()).map(Finding::subject)).containsExactly("db2", "db3");
    }

    @Test
    void onASpareNothingBeatsYet() {
        spares = Set.of("db3");
        estate.db3.heartbeat = Optional.empty();

        assertThat(messages(preflight())).noneMatch(text -> text.contains("heartbeat"));
    }

    @Test
    void whatIsNotAsItShouldBeIsToldAndBlocksNothing() {
        estate.db1.readOnly = new ReadOnly(false, false, Optional.of(false), Optional.empty());
        estate.db1.version = "8.4.9";
        estate.db2.grants = List.of("GRANT SELECT ON *.* TO `lifeboat`@`%`");
        estate.db3.heartbeat = Optional.empty();
        PreflightEnded found = preflight();

        assertThat(blocking(found)).isEmpty();
        assertThat(messages(found)).anyMatch(text -> text.contains("`db1` comes up writable after a restart"))
                .anyMatch(text -> text.contains("`db1` is MySQL 8.4.9, and the runbook is written for >= 9.0"))
                .contains(
                        "Lifeboat's account on `db2` lacks what this runbook needs: INSERT ON lifeboat.*, DELETE ON lifeboat.*, CREATE ON lifeboat.*, EVENT ON lifeboat.*, PROCESS, CONNECTION_ADMIN.")
                .anyMatch(text -> text.contains("`lifeboat.heartbeat` on `db3` is empty"))
                .anyMatch(text -> text.startsWith("The clock of `db1` is"));
        assertThat(found.findings()).filteredOn(finding -> finding.message().contains("on `db2` lacks"))
                .extracting(Finding::hint).first().asString().startsWith(
                        "On the primary: `GRANT INSERT, DELETE, CREATE, EVENT ON lifeboat.* TO `lifeboat`@`%`; GRANT PROCESS, CONNECTION_ADMIN ON *.* TO `lifeboat`@`%``.");
    }

    @Test
    void whatFailsIsAFindingWithItsHint() {
        PreflightEnded found = preflight(new Look("the moon", notes -> {
            throw Failure.of("The moon is not there.").hint("Wait for the night.");
        }));

        assertThat(found.findings()).contains(new Finding("the moon", false, "The moon is not there.",
                "Wait for the night."));
    }

    @Test
    void whatKeepsSeveralLooksFromSeeingAnythingIsToldOnce() {
        Failure noSecret = Failure.of("The secret of login `dba` is not there.").hint("Set it.");
        Look one = new Look("login of db1", notes -> {
            throw noSecret;
        });
        Look other = new Look("login of db2", one.body());

        assertThat(messages(preflight(one, other))).containsOnlyOnce(noSecret.getMessage());
    }

    @Test
    void whatDoesNotEndIsGivenUpAndTheRestIsTold() {
        CountDownLatch never = new CountDownLatch(1);
        PreflightEnded found = preflight(new Look("a name server", notes -> waitFor(never)));

        assertThat(found.took()).isLessThan(Duration.ofSeconds(5));
        assertThat(messages(found)).anyMatch(text -> text.startsWith("Looking at a name server took longer"));
        assertThat(found.inOrder()).hasSize(3);
        never.countDown();
    }

    /** Nothing ends it but its latch. */
    private static void waitFor(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException ignored) {
                waiting = true;
            }
        }
    }

    @Test
    void aStoreThatCantBeUsedIsFoundAndBlocksNothing(@TempDir Path folder) {
        Store there = new ObjectsOfStore(new DirectoryStore("san", folder));
        Store gone = new ObjectsOfStore(new DirectoryStore("nas", folder.resolve("none")));
        PreflightEnded found = preflight(new Look("store `san`", notes -> StoreLook.at(there, notes)),
                new Look("store `nas`", notes -> StoreLook.at(gone, notes)));

        assertThat(blocking(found)).isEmpty();
        assertThat(found.inOrder()).contains("store `san`");
        assertThat(messages(found)).contains(
                "Store `nas` can't be used: its folder `" + folder.resolve("none") + "` is not there.");
    }
}
