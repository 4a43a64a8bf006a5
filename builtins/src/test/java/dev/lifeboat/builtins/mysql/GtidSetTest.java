package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtidSetTest {
    private static final String A = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final String B = "bbbbbbbb-0000-0000-0000-000000000002";

    @Test
    void readsWhatMySqlWrites() {
        GtidSet set = GtidSet.parse(A.toUpperCase(java.util.Locale.ROOT) + ":1-5:7:11-12,\n" + B + ":3");

        assertThat(set).hasToString(A + ":1-5:7:11-12," + B + ":3");
        assertThat(set.count()).isEqualTo(9);
        assertThat(set.sources()).containsExactly(A, B);
        assertThat(set.last(A)).isEqualTo(12);
        assertThat(GtidSet.parse("")).isEqualTo(GtidSet.EMPTY);
    }

    @Test
    void aTagIsASourceOfItsOwnOfTheSameServer() {
        GtidSet set = GtidSet.parse(A + ":1-5:drill:1-2," + B + ":1");

        assertThat(set.sources()).containsExactly(A, A + ":drill", B);
        assertThat(set.from(A)).isEqualTo(GtidSet.parse(A + ":1-5," + A + ":drill:1-2"));
        assertThat(set.subtract(GtidSet.parse(A + ":1-9"))).isEqualTo(GtidSet.parse(A + ":drill:1-2," + B + ":1"));
    }

    @Test
    void intervalsThatTouchAreOne() {
        assertThat(GtidSet.parse(A + ":4-5:1-3")).hasToString(A + ":1-5");
        assertThat(GtidSet.of(A, 1, 3).union(GtidSet.of(A, 2, 9))).hasToString(A + ":1-9");
        assertThat(GtidSet.of(A, 1, 9).subtract(GtidSet.of(A, 4, 5))).hasToString(A + ":1-3:6-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "aaaaaaaa-0000-0000-0000-000000000001", "aaaaaaaa-0000-0000-0000-000000000001:",
            "aaaaaaaa-0000-0000-0000-000000000001:5-", "aaaaaaaa-0000-0000-0000-000000000001:1-2-3",
            "aaaaaaaa-0000-0000-0000-000000000001:-5", "aaaaaaaa-0000-0000-0000-000000000001:0",
            "aaaaaaaa-0000-0000-0000-000000000001:5-3", "aaaaaaaa-0000-0000-0000-000000000001:drill",
            "aaaaaaaa-0000-0000-0000-000000000001::1", "aaaaaaaa-0000-0000-0000-000000000001:99999999999999999999"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> GtidSet.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" is no ");
    }
}
