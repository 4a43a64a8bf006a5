package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.world.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionMarkTest {
    private static final SessionMark MARK = SessionMark.of(Lease.UNCONTESTED, "shop", "20260101T030000Z-failover");

    @Test
    void namesRunStepAndCall() {
        assertThat(MARK.at("promote[db2]", 7).comment())
                .startsWith("lifeboat run=20260101T030000Z-failover step=promote[db2] call=7 epoch=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/ DROP TABLE x; /*", "a\nb", "?", "'\"`\\", "--", "#", "!50000 x", "%s"})
    void noNameBreaksOut(String hostile) {
        assertThat(MARK.at(hostile, 1).comment()).matches("[\\w \\[\\]=.-]+");
    }

    @Test
    void outsideOfARunThereIsNone() {
        assertThat(SessionMark.NONE.comment()).isNull();
    }
}
