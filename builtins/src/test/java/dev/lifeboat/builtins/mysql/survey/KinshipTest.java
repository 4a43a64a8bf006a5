package dev.lifeboat.builtins.mysql.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import dev.lifeboat.builtins.mysql.survey.Kinship.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule of timelines against histories in which it is known what each server really holds: servers write, replicate, and are restored, in place or
 * elsewhere, by a history that ended earlier.
 */
class KinshipTest {
    private final List<Machine> machines = new ArrayList<>();
    private int contents;
    private int ids;

    /** @param epoch what it begins; {@code null} for what an application writes */
    private record Written(GtidSet gtid, int content, Epoch epoch) {}

    private final class Machine {
        private final String uuid = "aaaaaaaa-0000-0000-0000-00000000000" + machines.size();
        private List<Written> log = new ArrayList<>();

        GtidSet executed() {
            return log.stream().map(Written::gtid).reduce(GtidSet.EMPTY, GtidSet::union);
        }

        Timeline timeline() {
            return new Timeline(true, log.stream().filter(one -> one.epoch != null).map(Written::epoch).toList());
        }

        Set<Integer> holds() {
            Set<Integer> holds = new HashSet<>();
            log.forEach(one -> holds.add(one.content));
            return holds;
        }

        /** As MySQL gives numbers out after a start: the lowest that is free. */
        private GtidSet free() {
            long number = 1;
            while (executed().contains(GtidSet.of(uuid, number))) {
                number++;
            }
            return GtidSet.of(uuid, number);
        }

        void write() {
            log.add(new Written(free(), contents++, null));
        }

        void begin() {
            Epoch epoch = new Epoch(timeline().next(), "id" + ids++, uuid, Instant.EPOCH, "restored", executed());
            log.add(new Written(free(), contents++, epoch));
        }

        /** Takes on from there what it has not; does nothing where it could not. */
        void replicateFrom(Machine source, int most) {
            if (source.holds().containsAll(holds())) {
                source.log.subList(log.size(), Math.min(source.log.size(), log.size() + most)).forEach(log::add);
            }
        }

        void restore(Machine from, int length) {
            log = new ArrayList<>(from.log.subList(0, length));
            begin();
        }

        /** By point-in-time recovery that leaves one transaction out: what came behind it keeps its number. */
        void restoreWithout(Machine from, int left) {
            log = new ArrayList<>(from.log);
            log.remove(left);
            begin();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyFollowsWhoLacksWhatItHoldsAndNobodyIsKeptFromFollowingWhoHasIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            machines.add(new Machine());
        }
        for (int i = 0; i < 40; i++) {
            happen(random);
        }
        for (Machine a : machines) {
            for (Machine b : machines) {
                judge(a, b);
            }
        }
    }

    private void happen(Random random) {
        Machine one = machines.get(random.nextInt(machines.size()));
        Machine other = machines.get(random.nextInt(machines.size()));
        switch (random.nextInt(12)) {
            case 0 -> one.restore(other, random.nextInt(other.log.size() + 1));
            case 1 -> {
                if (!other.log.isEmpty()) {
                    one.restoreWithout(other, random.nextInt(other.log.size()));
                }
            }
            case 2, 3, 4, 5 -> one.replicateFrom(other, 1 + random.nextInt(4));
            default -> one.write();
        }
    }

    private void judge(Machine a, Machine b) {
        boolean safe = b.holds().containsAll(a.holds());
        Kinship kinship = Kinship.of("a", a.executed(), a.timeline(), "b", b.timeline());
        boolean errant = !a.executed().subtract(b.executed()).isEmpty();
        if (safe && prefix(a, b)) {
            assertThat(kinship.across() || errant).as(kinship.told()).isFalse();
        } else if (!safe) {
            assertThat(kinship.across() || errant).as("%s may not follow %s: %s", a.log, b.log, kinship.told())
                    .isTrue();
        }
    }

    private static boolean prefix(Machine a, Machine b) {
        return b.log.size() >= a.log.size() && b.log.subList(0, a.log.size()).equals(a.log);
    }

    @Test
    void withoutATableGtidSetsDecide() {
        assertThat(Kinship.of("a", GtidSet.EMPTY, Timeline.UNPREPARED, "b", new Timeline(true, List.of())))
                .isEqualTo(new Kinship(State.UNKNOWN,
                        "`a` has no table `lifeboat.timeline`: it is judged by GTID sets alone"));
    }

    /** The finding that this is for: restored in place, the server gives the numbers out once more. */
    @Test
    void equalGtidSetsAcrossARestoreAreAcross() {
        Machine primary = new Machine();
        machines.add(primary);
        Machine replica = new Machine();
        for (int i = 0; i < 11; i++) {
            primary.write();
        }
        replica.replicateFrom(primary, 11);
        primary.restore(primary, 8);
        primary.write();
        primary.write();

        assertThat(replica.executed()).isEqualTo(primary.executed());
        assertThat(Kinship
                .of("a", replica.executed(), replica.timeline(), "b", primary.timeline()).across()).isTrue();
        assertThat(Kinship
                .of("b", primary.executed(), primary.timeline(), "a", replica.timeline()).across()).isTrue();
    }
}
