package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.backup.Restoration.RestoreState;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** In which order a restore does what it does: whoever dies in between leaves what comes after that undone. */
class ServerRestorationTest {
    private static final Instant AT = Instant.parse("2026-11-27T02:00:00Z");
    private static final GtidSet EXECUTED = GtidSet.parse("aaaaaaaa-0000-0000-0000-000000000001:1-100");
    private final List<String> done = new ArrayList<>();
    private final Manifest manifest = new Manifest("shop-20261127T020000Z-db1", "san", "shop", "db1",
            "aaaaaaaa-0000-0000-0000-000000000001", "", AT, AT, EXECUTED, "binlog.000001", 4, "9.7.4", "mysqldump",
            new Value.Size(9), new Value.Size(9), "", "", List.of(new Manifest.TableRows("shop.orders", 3)));
    private Phase phase = Phase.NONE;
    private GtidSet executed = GtidSet.EMPTY;
    private long rows = 3;

    private void restore() {
        SystemClock clock = new SystemClock();
        LogApplication noLogs = new LogApplication(new Target(), (files, transactions) -> done("apply"), store -> null,
                clock, silent -> {});
        new ServerRestoration(new Target(), sql -> done("load"), store -> new Source(), noLogs, clock, "run-1",
                silent -> {}).load(new Backup("san", manifest.id()));
    }

    private void done(String what) {
        done.add(what);
        if (what.equals("load")) {
            executed = EXECUTED;
        }
    }

    /** A runner that dies before the settings are back must not leave a server that nobody brings to its end. */
    @Test
    void itIsWholeLastOfAllWhenItsSettingsAreBack() {
        restore();

        assertThat(done).containsExactly("verify", "say LOADING", "load", "let accounts count", "count rows",
                "put settings back", "say WHOLE");
    }

    @Test
    void whatIsLeftOfAnotherIsEndedAndWipedBeforeItBegins() {
        phase = Phase.LOADING;
        executed = EXECUTED;
        restore();

        assertThat(done).startsWith("verify", "end former", "wipe", "say LOADING", "load").endsWith("say WHOLE");
    }

    @Test
    void oneThatHasOtherRowsIsWipedAndNeverWhole() {
        rows = 2;

        assertThatThrownBy(this::restore).isInstanceOf(Failure.class)
                .hasMessageContaining("`shop.orders` has 2 rows instead of 3").hasMessageContaining("was wiped");
        assertThat(done).endsWith("put settings back", "end former", "wipe").doesNotContain("say WHOLE");
    }

    private final class Source implements BackupSource {
        @Override
        public Manifest manifest(String id) {
            return manifest;
        }

        @Override
        public void verify(Manifest one) {
            done("verify");
        }

        @Override
        public InputStream sql(Manifest one) {
            return new ByteArrayInputStream(new byte[0]);
        }
    }

    private final class Target implements RestoreTarget {
        @Override
        public String name() {
            return "new1";
        }

        @Override
        public RestoreState state() {
            return new RestoreState(phase, Optional.empty(), Optional.empty(), Optional.empty(), executed);
        }

        @Override
        public List<String> schemas() {
            return List.of();
        }

        @Override
        public List<String> objections(Manifest one) {
            return List.of();
        }

        @Override
        public Filling loading(Backup backup, Instant began, String run) {
            phase = Phase.LOADING;
            done("say LOADING");
            return () -> done("put settings back");
        }

        @Override
        public Filling applying() {
            throw new AssertionError("No logs are applied here.");
        }

        @Override
        public Intake intake() {
            throw new AssertionError("Nothing is topped up here.");
        }

        @Override
        public void intake(Intake wanted) {
            throw new AssertionError("Nothing is topped up here.");
        }

        @Override
        public List<String> endFormer() {
            done("end former");
            return List.of();
        }

        @Override
        public void whole(LoadTimes took) {
            done("say WHOLE");
        }

        @Override
        public void whole() {
            throw new AssertionError("No logs are applied here.");
        }

        @Override
        public void accountsCount() {
            done("let accounts count");
        }

        @Override
        public SequencedMap<String, Long> rows() {
            done("count rows");
            return new LinkedHashMap<>(Map.of("shop.orders", rows));
        }

        @Override
        public void wipe() {
            phase = Phase.NONE;
            executed = GtidSet.EMPTY;
            done("wipe");
        }
    }
}
