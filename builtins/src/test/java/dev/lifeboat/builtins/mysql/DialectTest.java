package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 8.0 and 9.7 are run by the contract; 8.4 is not: these are its words, as its manual has them. */
class DialectTest {

    @ParameterizedTest
    @CsvSource({"8.0.26, SHOW MASTER STATUS, RESET MASTER, DISABLE ON SLAVE, SET_USER_ID",
            "8.0.31, SHOW MASTER STATUS, RESET MASTER, DISABLE ON SLAVE, SET_USER_ID",
            "8.1.0, SHOW MASTER STATUS, RESET MASTER, DISABLE ON SLAVE, SET_USER_ID",
            "8.2.0, SHOW BINARY LOG STATUS, RESET BINARY LOGS AND GTIDS, DISABLE ON REPLICA, SET_ANY_DEFINER",
            "8.4.6-log, SHOW BINARY LOG STATUS, RESET BINARY LOGS AND GTIDS, DISABLE ON REPLICA, SET_ANY_DEFINER",
            "9.7.4, SHOW BINARY LOG STATUS, RESET BINARY LOGS AND GTIDS, DISABLE ON REPLICA, SET_ANY_DEFINER"})
    void goesByTheVersion(String version, String binaryLogStatus, String resetBinaryLogs, String disabledOnReplica,
            String setAnyDefiner) {
        assertThat(Dialect.of(version))
                .isEqualTo(new Dialect(binaryLogStatus, resetBinaryLogs, disabledOnReplica, setAnyDefiner));
    }
}
