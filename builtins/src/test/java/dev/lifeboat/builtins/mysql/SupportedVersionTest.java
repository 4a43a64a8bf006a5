package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportedVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"8.0.26", "8.0.31", "8.0.100-log", "8.1.0", "8.4.3", "9.0.0", "9.7.4-2", "10.0.1"})
    void mySqlFrom8026OnIsHandled(String version) {
        assertThat(SupportedVersion.objection(version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.44", "8.0.25", "8.0.4-rc-log", "5.6.51-log"})
    void whatIsOlderIsNot(String version) {
        assertThat(SupportedVersion.objection(version))
                .contains("it is MySQL " + version + ", and Lifeboat handles MySQL 8.0.26 and newer");
    }

    @Test
    void mariaDbIsNoMySqlHoweverItsVersionLooks() {
        assertThat(SupportedVersion.objection("5.5.5-10.11.6-MariaDB-1:10.11.6+maria~deb12"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("it is MariaDB ("));
    }
}
