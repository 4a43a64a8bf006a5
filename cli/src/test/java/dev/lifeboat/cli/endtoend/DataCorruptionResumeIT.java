package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.interpreter.run.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runbook `data-corruption`, its way by a backup, on real servers and in a process that is killed over and over. */
@Timeout(900)
class DataCorruptionResumeIT {
    private static final boolean EACH = Boolean.getBoolean("long");
    private static final int KILLS = 20;
    /** What takes long, or must not be half. */
    private static final Set<String> ALWAYS = Set.of("new1.load", "new1.apply", "db2.beginClone", "san.take",
            "san.archive", "new1.beginEpoch", "orders-db.switchTo");
    /** To be killed while they last. */
    private static final List<Phase> UNFINISHED = List.of(Phase.LOADING, Phase.APPLYING);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private int changes;
    private long looked;

    @Test
    @DisplayName("killed at more than twenty changes, and in the middle of loading and applying: each time resumed, it ends as if it had not been, and no half-loaded server is ever taken for whole")
    void endsAsIfNothingHadBeen() throws Exception {
        try (CorruptedShop shop = CorruptedShop.open()) {
            shop.backUp();
            String bad = shop.mistake("DELETE FROM shop.orders WHERE id >= " + CorruptedShop.FIRST
                    + " ORDER BY id LIMIT " + CorruptedShop.DESTROYED, 1_000);
            String answers = CorruptedShop.answers(bad, "restore");
            Path output = shop.folder().resolve("output");
            MortalProcess process = MortalProcess.start(output, shop.runs("data-corruption", answers));
            Moments moments = new Moments(shop.journal(),
                    change -> EACH || ALWAYS.contains(change) || changes++ % 2 == 0);
            List<Phase> caught = new ArrayList<>();
            try (Onlooker onlooker = new Onlooker(shop.inventory())) {
                while (process.killWhen(() -> moments.next() || catches(onlooker, moments, caught))) {
                    look(shop, onlooker);
                    process = MortalProcess.start(output, shop.resumes(answers));
                }
            }
            assertThat(process.end()).as(Files.readString(output)).isZero();
            assertThat(moments.reached()).hasSizeGreaterThanOrEqualTo(KILLS).containsAll(ALWAYS);
            assertThat(caught).containsExactlyElementsOf(UNFINISHED);
            DataCorruptionIT.assertRecovered(shop, bad, "new1");
            assertOnce(shop);
        }
    }

    /** Whether the spare is seen in a phase in which nobody has seen it yet. */
    private boolean catches(Onlooker onlooker, Moments moments, List<Phase> caught) {
        if (caught.size() == UNFINISHED.size() || !moments.seen().contains("new1.load") || !isTimeToLook()
                || onlooker.phase() != UNFINISHED.get(caught.size())) {
            return false;
        }
        caught.add(UNFINISHED.get(caught.size()));
        return true;
    }

    /** Whoever looked all the time would take the processor from the run. */
    private boolean isTimeToLook() {
        boolean time = System.nanoTime() - looked > BETWEEN_LOOKS.toNanos();
        if (time) {
            looked = System.nanoTime();
        }
        return time;
    }

    /** What the runner that was killed has left. Its client has nobody to write for, and ends; nobody else may take the spare for whole. */
    private static void look(CorruptedShop shop, Onlooker onlooker) throws Exception {
        LabServer spare = shop.server("new1");
        Await.until("the client of the runner that was killed ends", Duration.ofSeconds(10),
                () -> spare.value("SELECT COALESCE(IS_USED_LOCK('lifeboat_restore'), 0)").equals("0"));
        switch (onlooker.phase()) {
            case LOADING, APPLYING -> onlooker.assertRefused();
            case NONE -> assertThat(spare.replica().executed()).isEmpty();
            case WHOLE -> assertThat(spare.value("SELECT COUNT(*) FROM shop.stock"))
                    .isEqualTo(Integer.toString(CorruptedShop.ITEMS));
        }
    }

    /** No message of its end twice, no second backup, and the settings of before. */
    private static void assertOnce(CorruptedShop shop) throws Exception {
        assertThat(Journals.events(shop.journal(), Event.RunEnded.class).map(end -> end.outcome().name()).toList())
                .containsExactly("DONE");
        for (String setting : List.of("sync_binlog", "innodb_flush_log_at_trx_commit", "max_allowed_packet",
                "log_bin_trust_function_creators", "binlog_expire_logs_auto_purge")) {
            assertThat(shop.server("new1").value("SELECT @@GLOBAL." + setting)).as(setting)
                    .isEqualTo(shop.twin().value("SELECT @@GLOBAL." + setting));
        }
    }
}
