package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of MySQL's own programs may deal with a server. */
class ClientVersionTest {
    @ParameterizedTest
    @CsvSource({"mysqldump, 8.0.36, 8.4.3", "mysqlbinlog, 8.0.36, 8.4.3-log", "mysql, 8.4.2, 9.7.4"})
    void oneOfAnOlderSeriesIsRefused(String name, String own, String server) {
        ClientVersion program = new ClientVersion(name, name + " Ver " + own + " for Linux on x86_64");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> program.refuseOlder("db1", server))
                .withMessage("`" + name + "` of this machine is of MySQL " + own
                        + ", which is older than `db1`, MySQL " + server
                        + ": what it does not know it would leave out.")
                .satisfies(failure -> assertThat(failure.hint()).isEqualTo("Install MySQL's client programs of that "
                        + "series, or name their folder in `LIFEBOAT_MYSQL_BIN`."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.31", "8.4.3", "8.4.9-log"})
    void oneOfTheSameSeriesOrANewerOneIsNot(String server) {
        ClientVersion program = new ClientVersion("mysqlbinlog", "mysqlbinlog Ver 8.4.3 for Linux on x86_64");
        assertThatCode(() -> program.refuseOlder("db1", server)).doesNotThrowAnyException();
    }

    @Test
    void aDumpIsTakenByNoProgramThatTheServerDoesNotUnderstand() {
        ClientVersion program = new ClientVersion("mysqldump", "mysqldump Ver 9.7.4 for Linux on x86_64");
        assertThatCode(() -> program.refuseOther("db1", "8.4.3")).doesNotThrowAnyException();
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> program.refuseOther("db1", "8.0.31"))
                .withMessage("`mysqldump` of this machine is of MySQL 9.7.4, and asks for `SHOW BINARY LOG STATUS`, "
                        + "which `db1`, MySQL 8.0.31, does not know.")
                .satisfies(failure -> assertThat(failure.hint()).isEqualTo(
                        "Install MySQL's client programs of 8.0, or name their folder in `LIFEBOAT_MYSQL_BIN`."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql Ver 15.1 Distrib 10.11.6-MariaDB, for debian-linux-gnu",
            "mysql from 11.4.2-MariaDB, client 15.2 for debian-linux-gnu", "mysqlbinlog Ver 3.4 for Linux"})
    void whatIsNotMySqlsIsRefused(String says) {
        ClientVersion program = new ClientVersion("mysql", says);
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> program.refuseOlder("db1", "8.0.31"))
                .withMessage("`mysql` of this machine is not MySQL's, or too old: it says `"
                        + says + "`.");
    }
}
