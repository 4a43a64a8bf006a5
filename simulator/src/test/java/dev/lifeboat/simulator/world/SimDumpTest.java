package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Server;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data leave a server of the model as bytes, and enter another. */
class SimDumpTest {
    private static final ReadOnly LIFEBOAT_ALONE = new ReadOnly(true, false, Optional.empty(), Optional.of(true));
    private final Simulation simulation = Stories.play("""
            application: {endpoint: orders-db, writes_per_second: 1}
            events: [{at: 40s, mistake: {server: db1, table: shop.orders, kind: delete, rows: 3}}]
            start_run: 30s
            """);
    private final SimWorld world = SimWorld.of(Stories.example(), Stories.told("start_run: 5s"), simulation.model(),
            new Spending(simulation.clock(), simulation.model().chance()));
    private final SimBackups parts = new SimBackups(world, IdentityGuard.NONE, simulation.clock(),
            quiet -> {});
    private final Server primary = simulation.model().server("db1").orElseThrow();
    private final Server spare = simulation.model().server("new1").orElseThrow();

    @BeforeEach
    void letLifeboatIn() {
        spare.variables().readOnly(LIFEBOAT_ALONE);
    }

    private byte[] dump() {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        parts.dumper("db1").dump(dump);
        return dump.toByteArray();
    }

    private byte[] logs(long from) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.feed("db1").copy("binlog.000001", from, Long.MAX_VALUE, bytes);
        return bytes.toByteArray();
    }

    @Test
    void whatIsLoadedIsWhatWasDumped() {
        simulation.model().catchUp();
        GtidSet executed = primary.executed();
        var rows = primary.checksums().tables();
        parts.loader("new1").load(new ByteArrayInputStream(dump()));

        assertThat(spare.executed()).isEqualTo(executed);
        assertThat(spare.checksums().tables()).isEqualTo(rows);
        assertThat(spare.catalog().accounts()).isEqualTo(primary.catalog().accounts());
    }

    @Test
    void halfADumpClaimsEverythingAndHasHalf() {
        byte[] dump = dump();
        parts.loader("new1").load(new ByteArrayInputStream(dump, 0, dump.length / 2));
        assertThat(spare.executed()).isEqualTo(GtidSet.of(primary.uuid(), 1, primary.executed().last(primary.uuid())));
        assertThat(spare.rows().count()).isLessThan(primary.rows().count());
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> parts.loader("new1").load(new ByteArrayInputStream(dump)))
                .withMessageContaining("error 3546");
    }

    @Test
    void aServerThatIsReadOnlyTakesNothing() {
        spare.variables().readOnly(ReadOnly.FENCED);
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> parts.loader("new1").load(new ByteArrayInputStream(dump())))
                .withMessageContaining("error 1290");
    }

    @Test
    void logsBringItToAnyTransactionAndOverOneThatIsLeftOut() throws IOException {
        parts.loader("new1").load(new ByteArrayInputStream(dump()));
        GtidSet before = primary.executed();
        simulation.clock().sleep(Duration.ofSeconds(20));
        simulation.model().catchUp();
        GtidSet since = primary.executed().subtract(before);
        byte[] logs = logs(0);
        GtidSet mistake = since(logs);
        parts.applier("new1").apply(List.of(() -> new ByteArrayInputStream(logs)),
                since.subtract(mistake));

        assertThat(spare.executed()).isEqualTo(primary.executed().subtract(mistake));
        assertThat(spare.rows().table("shop.orders").keySet()).contains(1L, 2L, 3L)
                .containsAll(primary.rows().table("shop.orders").keySet());
    }

    private static GtidSet since(byte[] logs) throws IOException {
        var reader = new dev.lifeboat.simulator.model.BinlogReader(new ByteArrayInputStream(logs));
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            if (next.get().changes().size() == 3) {
                return next.get().gtid();
            }
        }
        throw new AssertionError("The mistake is not in the log.");
    }

    @Test
    void theFilesAreAsLongAsTheySay() throws IOException {
        Instant before = simulation.clock().now();
        parts.feed("db1").rotate();
        LogFile first = parts.feed("db1").files().getFirst();
        assertThat(logs(0)).hasSize((int) first.size());
        assertThat(simulation.clock().now()).isAfter(before);
        assertThat(logs(first.size())).isEmpty();
    }
}
