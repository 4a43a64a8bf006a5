package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The algebra of GTID sets against the plainest implementation there is: a set of strings, one for each transaction. */
class GtidSetAlgebraTest {
    private static final List<String> SOURCES = List.of("aaaaaaaa-0000-0000-0000-000000000001",
            "aaaaaaaa-0000-0000-0000-000000000001:drill", "bbbbbbbb-0000-0000-0000-000000000002");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isThatOfSets(long seed) {
        Random random = new Random(seed);
        GtidSet a = any(random);
        GtidSet b = any(random);
        Set<String> plainA = plain(a);
        Set<String> plainB = plain(b);

        assertThat(plain(a.union(b))).isEqualTo(with(plainA, plainB));
        assertThat(plain(a.subtract(b))).isEqualTo(without(plainA, plainB));
        assertThat(plain(a.intersect(b))).isEqualTo(without(plainA, without(plainA, plainB)));
        assertThat(a.contains(b)).isEqualTo(plainA.containsAll(plainB));
        assertThat(a.count()).isEqualTo(plainA.size());
        assertThat(a.isEmpty()).isEqualTo(plainA.isEmpty());
        assertThat(a.each().toList()).hasSize(plainA.size()).allMatch(one -> one.count() == 1);
        assertThat(a.each().reduce(GtidSet.EMPTY, GtidSet::union)).isEqualTo(a);
        assertThat(a.equals(b)).isEqualTo(plainA.equals(plainB));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsNormalForm(long seed) {
        Random random = new Random(seed);
        GtidSet a = any(random);
        GtidSet b = any(random);

        for (GtidSet set : List.of(a.union(b), a.subtract(b), a.intersect(b))) {
            assertThat(GtidSet.parse(set.toString())).isEqualTo(set).hasSameHashCodeAs(set).hasToString(set.toString());
        }
        assertThat(a.subtract(b).union(a.intersect(b))).isEqualTo(a);
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.union(b).contains(a)).isTrue();
        assertThat(a.subtract(b).intersect(b)).isEqualTo(GtidSet.EMPTY);
    }

    /** Small numbers, so that intervals overlap, touch and hide one another. */
    private static GtidSet any(Random random) {
        GtidSet set = GtidSet.EMPTY;
        for (int part = random.nextInt(5); part > 0; part--) {
            long first = 1 + random.nextInt(12);
            set = set.union(GtidSet.of(SOURCES.get(random.nextInt(SOURCES.size())), first, first + random.nextInt(5)));
        }
        return set;
    }

    private static Set<String> plain(GtidSet set) {
        Set<String> plain = new TreeSet<>();
        for (String source : set.sources()) {
            set.intervals(source).forEach(interval -> LongStream.rangeClosed(interval.first(), interval.last())
                    .forEach(number -> plain.add(source + "#" + number)));
        }
        return plain;
    }

    private static Set<String> with(Set<String> a, Set<String> b) {
        Set<String> result = new TreeSet<>(a);
        result.addAll(b);
        return result;
    }

    private static Set<String> without(Set<String> a, Set<String> b) {
        Set<String> result = new TreeSet<>(a);
        result.removeAll(b);
        return result;
    }
}
