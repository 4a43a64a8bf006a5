package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stream of logs does when the server goes away, comes back, or is not what it was; and when it ends. */
class LogStreamTest {
    private static final Duration RPO = Duration.ofMinutes(5);
    private static final SealKeys KEYS = SealKeys.create();
    private final StillClock clock = new StillClock();
    private final List<String> told = new ArrayList<>();
    private final Feed feed = new Feed();
    private StoredLogs logs;

    @BeforeEach
    void open(@TempDir Path folder) {
        logs = new StoredLogs(new DirectoryStore("san", folder), new TinkSeal(() -> KEYS), server -> feed,
                other -> {
                    throw new UnsupportedOperationException("There is one store.");
                }, clock, told::add);
        feed.begin("binlog.000001");
        feed.commit(1);
    }

    private void stream(Duration length) {
        logs.stream("shop", "db1", length, RPO);
    }

    private GtidSet archived() {
        return LogChain.of(logs.logs("shop")).holds();
    }

    private static GtidSet db1(String numbers) {
        return GtidSet.parse(GivenBackups.UUID + ":" + numbers);
    }

    private static Duration since(Instant begin, Clock clock) {
        return Duration.between(begin, clock.now());
    }

    @Test
    void itBringsWhatComesAndEndsWhenItsTimeIsOver() {
        feed.happens(3, () -> feed.commit(2));
        stream(Duration.ofSeconds(27));

        assertThat(archived()).isEqualTo(db1("1-2"));
        assertThat(since(StillClock.START, clock)).isEqualTo(Duration.ofSeconds(27));
        assertThat(feed.looks).as("every five seconds, a sixtieth of the RPO").isEqualTo(6);
        assertThat(told).last().isEqualTo("the logs of `db1` in store `san`: all is there, as of 2026-01-01T03:00:25Z");
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLessAndLessOften() {
        List<Duration> tries = new ArrayList<>();
        for (int look = 2; look <= 5; look++) {
            feed.happens(look, () -> {
                tries.add(since(StillClock.START, clock));
                throw Failure.of("`db1` is gone.");
            });
        }
        feed.happens(6, () -> {
            feed.begin("binlog.000002");
            feed.commit(2);
        });
        stream(Duration.ofMinutes(3));

        assertThat(tries).extracting(Duration::toSeconds).containsExactly(5L, 15L, 35L, 75L);
        assertThat(told).contains("the logs of `db1` in store `san`: 5s old, may be 5m. `db1` is gone.",
                "the logs of `db1` in store `san`: 1m 15s old, may be 5m. `db1` is gone.");
        assertThat(archived()).isEqualTo(db1("1-2"));
        assertThat(LogChain.of(logs.logs("shop")).gaps()).isEmpty();
    }

    @Test
    void whenTheArchiveIsOlderThanItMayBeThatIsAFailure() {
        for (int look = 2; look < 20; look++) {
            feed.happens(look, () -> {
                throw Failure.of("`db1` is gone.");
            });
        }
        Failure failure = catchThrowableOfType(Failure.class, () -> stream(Duration.ofDays(1)));

        assertThat(failure)
                .hasMessageStartingWith("The archive is older than it may be: the logs of `db1` in store `san` "
                        + "are whole as of 2026-01-01T03:00:00Z, ")
                .hasMessageEndingWith(" ago, and the RPO is 5m. `db1` is gone.");
        assertThat(failure.hint()).contains("it goes on where the archive ends");
        assertThat(since(StillClock.START, clock)).isBetween(RPO, RPO.plusMinutes(1));
        assertThat(archived()).isEqualTo(db1("1"));
    }

    @Test
    void whatWasPurgedMeanwhileIsAHole() {
        feed.happens(2, () -> {
            feed.commit(2);
            feed.begin("binlog.000002");
            feed.commit(3);
            feed.purge();
        });
        Failure failure = catchThrowableOfType(Failure.class, () -> stream(Duration.ofMinutes(1)));

        assertThat(failure).hasMessage("There is a hole in the logs of `db1` in store `san`: 1 transaction had been "
                + "purged from the server before they got there: " + db1("2") + ".");
        assertThat(archived()).as("all that is left").isEqualTo(db1("1:3"));
        assertThat(since(StillClock.START, clock)).as("waiting does not mend it").isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void logsThatWereBegunAnewAreRefused() {
        feed.happens(2, () -> {
            feed.reset();
            feed.begin("binlog.000001");
        });
        Failure failure = catchThrowableOfType(Failure.class, () -> stream(Duration.ofMinutes(1)));

        assertThat(failure).hasMessageStartingWith("`db1` has begun its binary logs anew under the same `server_uuid`");
        assertThat(archived()).isEqualTo(db1("1"));
    }

    @Test
    void itEndsWithItsStep() {
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> clock.within(Duration.ofSeconds(12), () -> {
                    stream(Duration.ofDays(1));
                    return null;
                }));
        assertThat(since(StillClock.START, clock)).isEqualTo(Duration.ofSeconds(12));
        assertThat(archived()).isEqualTo(db1("1"));
    }

    /** A server whose transactions take ten bytes each. */
    private final class Feed implements LogFeed {
        private static final int MAGIC = 4;
        private static final int EACH = 10;
        private final List<Written> files = new ArrayList<>();
        private final List<Runnable> happenings = new ArrayList<>();
        private int looks;

        private record Written(String name, GtidSet before, List<Integer> transactions) {
            long size() {
                return MAGIC + (long) EACH * transactions.size();
            }
        }

        void begin(String name) {
            GtidSet before = files.stream().flatMap(file -> file.transactions().stream())
                    .map(number -> db1(number.toString())).reduce(GtidSet.EMPTY, GtidSet::union);
            files.add(new Written(name, before, new ArrayList<>()));
        }

        void commit(int number) {
            files.getLast().transactions().add(number);
        }

        /** All but the last file. */
        void purge() {
            files.subList(0, files.size() - 1).clear();
        }

        void reset() {
            files.clear();
        }

        /** @param look the how many-th look at the server it is that finds this */
        void happens(int look, Runnable what) {
            while (happenings.size() <= look) {
                happenings.add(() -> {});
            }
            happenings.set(look, what);
        }

        @Override
        public String server() {
            return "db1";
        }

        @Override
        public String serverUuid() {
            looks++;
            if (looks < happenings.size()) {
                happenings.get(looks).run();
            }
            return GivenBackups.UUID;
        }

        @Override
        public List<LogFile> files() {
            return files.stream().map(file -> new LogFile(file.name(), file.size(), file.before())).toList();
        }

        @Override
        public void rotate() {
            throw new UnsupportedOperationException("A stream takes the file that is written to as it is.");
        }

        @Override
        public LogPart copy(String name, long from, long most, OutputStream onto) throws IOException {
            Written file = files.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
            onto.write(new byte[(int) (file.size() - from)]);
            int first = from == 0 ? 0 : (int) (from - MAGIC) / EACH;
            GtidSet holds = file.transactions().stream().skip(first).map(number -> db1(number.toString()))
                    .reduce(GtidSet.EMPTY, GtidSet::union);
            Optional<Instant> at = holds.isEmpty() ? Optional.empty() : Optional.of(clock.now());
            return new LogPart(file.size(), file != files.getLast(), holds, at, at);
        }
    }
}
