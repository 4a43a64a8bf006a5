package dev.lifeboat.cli.endtoend;

import dev.lifeboat.grammar.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A primary that takes 1000 rows a second is killed at a random moment, and somebody fails over: Lifeboat, and a shell script that does the same by hand, each
 * on an estate of its own. Who is quicker is told, in {@code target/failover-drill.md}; that nothing is lost which need not be, and that what is lost is known, is
 * held.
 */
@Timeout(600)
class FailoverDrillIT {
    private static final long FIRST = Long.getLong("seed", 0);
    /** How often it is done by hand, too: in the long form every fifth time is enough to compare with. */
    private static final int BY_HAND = Rounds.of(1, 5);
    private static final DrillTimes TIMES = new DrillTimes();
    /** Of the slowest round, and of the last one: they say where the time went. */
    private static final Path SLOWEST = Path.of("target", "failover-drill-slowest.journal");
    private static final Path LAST = Path.of("target", "failover-drill.journal");
    private static Duration slowest = Duration.ZERO;
    @TempDir
    private static Path installation;
    private static ByLifeboat lifeboat;

    @BeforeAll
    static void install() throws Exception {
        lifeboat = ByLifeboat.in(installation);
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + Integer.getInteger("rounds", Rounds.of(5, 50)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("a primary under load dies, and another server takes the writes")
    void failsOver(long seed) throws Exception {
        for (Contestant contestant : contestants(seed)) {
            try (Estate estate = Estate.start(2, Map.of());
                    Shoppers shoppers = Shoppers.through(estate.proxy().port())) {
                contestant.getReady(estate);
                Disaster disaster = Disaster.strike(estate, shoppers, new Random(seed), contestant);
                keep(estate.journal(), disaster.outage());
                Aftermath aftermath = Aftermath.of(disaster);
                aftermath.isSound();
                Ledger ledger = aftermath.ledger();
                if (contestant == lifeboat) {
                    aftermath.lifeboatSaidSo(ledger);
                }
                TIMES.add(contestant.name(), disaster, ledger);
            }
        }
    }

    /** Each is the first now and then. */
    private static List<Contestant> contestants(long seed) {
        if (seed % BY_HAND != 0) {
            return List.of(lifeboat);
        }
        return seed % 2 == 0 ? List.of(lifeboat, new ByHand()) : List.of(new ByHand(), lifeboat);
    }

    private static void keep(Path journal, Duration outage) throws IOException {
        if (Files.exists(journal)) {
            Files.copy(journal, LAST, StandardCopyOption.REPLACE_EXISTING);
            if (outage.compareTo(slowest) > 0) {
                slowest = outage;
                Files.copy(journal, SLOWEST, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @AfterAll
    static void tell() throws Exception {
        TIMES.tell(Path.of("target", "failover-drill.md"));
    }
}
