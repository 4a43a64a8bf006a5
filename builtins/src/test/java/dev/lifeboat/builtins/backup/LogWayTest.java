package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.LogWay.Leg;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which logs join, and out of which of them transactions are taken. */
class LogWayTest {
    private static final String A = "aaaaaaaa-0000-0000-0000-000000000000";
    private static final String B = "bbbbbbbb-0000-0000-0000-000000000000";

    private static GtidSet a(String numbers) {
        return numbers.isEmpty() ? GtidSet.EMPTY : GtidSet.parse(A + ":" + numbers);
    }

    private static ArchivedLog log(String server, int file, long from, long to, String before, String holds) {
        Optional<Instant> at = Optional.of(Instant.EPOCH.plusSeconds(file));
        return new ArchivedLog("san", "ecommerce", server.substring(0, 1), server,
                String.format("binlog.%06d", file), from, to, true, a(before), a(holds), at, at, new Value.Size(10), "",
                "1");
    }

    @Test
    void filesAndPartsJoinByGtidAndPlace() {
        LogChain chain = LogChain.of(List.of(log(A, 2, 0, 90, "1-20", "21-30"), log(A, 1, 50, 90, "1-5", "11-20"),
                log(A, 1, 0, 50, "1-5", "6-10")));

        assertThat(chain.gaps()).isEmpty();
        assertThat(chain.holds()).isEqualTo(a("6-30"));
        assertThat(chain.begin(A)).isEqualTo(a("1-5"));
        assertThat(chain.known()).isEqualTo(a("1-30"));
        assertThat(LogWay.of(chain, a("8-25")).legs()).extracting(Leg::transactions).containsExactly(a("8-25"));
        assertThat(LogWay.of(chain, a("3-8")).missing()).isEqualTo(a("3-8"));
    }

    @Test
    void aHoleIsToldByWhatComesBehindIt() {
        LogChain chain = LogChain.of(List.of(log(A, 1, 0, 50, "", "1-10"), log(A, 3, 0, 50, "1-20", "21-30")));

        assertThat(chain.gaps()).extracting(LogChain.Gap::missing).containsExactly(a("11-20"));
        assertThat(LogWay.of(chain, a("1-30")).missing()).isEqualTo(a("11-30"));
        assertThat(LogWay.of(chain, a("1-10")).missing()).isEqualTo(GtidSet.EMPTY);
    }

    @Test
    void anotherServersLogsFillAHoleInTheRightOrder() {
        LogChain chain = LogChain.of(List.of(log(A, 1, 0, 50, "", "1-10"), log(A, 3, 0, 50, "1-20", "21-30"),
                log(B, 7, 0, 99, "1-8", "9-22")));
        LogWay way = LogWay.of(chain, a("1-30"));

        assertThat(way.missing()).isEqualTo(GtidSet.EMPTY);
        assertThat(way.legs()).extracting(Leg::transactions).containsExactly(a("1-10"), a("11-22"), a("23-30"));
        assertThat(way.legs().get(1).parts()).extracting(ArchivedLog::serverUuid).containsExactly(B);
    }

    @Test
    void aPartThatIsMissingInAFileIsAHoleOfUnknownContent() {
        LogChain open = LogChain.of(List.of(log(A, 1, 0, 50, "", "1-10"), log(A, 1, 70, 90, "", "15-20")));
        LogChain closed = LogChain.of(List.of(log(A, 1, 0, 50, "", "1-10"), log(A, 1, 70, 90, "", "15-20"),
                log(A, 2, 0, 50, "1-20", "21-25")));

        assertThat(open.gaps()).extracting(LogChain.Gap::missing).containsExactly(GtidSet.EMPTY);
        assertThat(LogWay.of(open, a("15-20")).missing()).isEqualTo(a("15-20"));
        assertThat(closed.gaps()).extracting(LogChain.Gap::missing).containsExactly(GtidSet.EMPTY, a("11-14"));
        assertThat(LogWay.of(closed, a("11-25")).missing()).isEqualTo(a("11-25"));
    }

    @Test
    void numbersOfFilesGrowLonger() {
        assertThat(ArchivedLog.compareFiles("binlog.999999", "binlog.1000000")).isNegative();
        assertThat(ArchivedLog.compareFiles("binlog.000010", "binlog.000009")).isPositive();
    }
}
