package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as MySQL 8.0 and 9.7 write them. */
class GrantsTest {

    private static Grants grants(String... lines) {
        return Grants.of(List.of(lines));
    }

    @Test
    void staticAndDynamicPrivilegesComeInLinesOfTheirOwn() {
        Grants grants = grants("GRANT SELECT, REPLICATION CLIENT ON *.* TO `lifeboat`@`%`",
                "GRANT BINLOG_ADMIN,CONNECTION_ADMIN ON *.* TO `lifeboat`@`%` WITH GRANT OPTION",
                "GRANT ALL PRIVILEGES ON `lifeboat`.* TO `lifeboat`@`%`");

        assertThat(grants.lack("REPLICATION CLIENT")).isEmpty();
        assertThat(grants.lack("CONNECTION_ADMIN")).isEmpty();
        assertThat(grants.lack("SYSTEM_VARIABLES_ADMIN")).contains("SYSTEM_VARIABLES_ADMIN");
        assertThat(grants.allows("INSERT", "lifeboat")).isTrue();
        assertThat(grants.allows("INSERT", "shop")).isFalse();
    }

    @Test
    void allIsAll() {
        assertThat(grants("GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost`").lack("CLONE_ADMIN")).isEmpty();
    }

    @Test
    void superStillAllowsWhatItAlwaysDid() {
        Grants grants = grants("GRANT SUPER ON *.* TO `lifeboat`@`%`");

        assertThat(grants.lack("SYSTEM_VARIABLES_ADMIN")).isEmpty();
        assertThat(grants.lack("PERSIST_RO_VARIABLES_ADMIN")).isPresent();
    }

    @Test
    void whatIsRevokedInPartIsToldWithItsPlace() {
        Grants grants = grants("GRANT SELECT, INSERT ON *.* TO `lifeboat`@`%`",
                "REVOKE SELECT ON `shop`.* FROM `lifeboat`@`%`", "REVOKE INSERT ON `lifeboat`.* FROM `lifeboat`@`%`");

        assertThat(grants.lack("SELECT")).contains("SELECT (revoked on shop.*)");
        assertThat(grants.allows("INSERT", "lifeboat")).isFalse();
        assertThat(grants.allows("INSERT", "shop")).isTrue();
    }

    @Test
    void whatIsGrantedInPlacesIsNotEverywhere() {
        assertThat(grants("GRANT SELECT ON `shop`.* TO `lifeboat`@`%`").lack("SELECT"))
                .contains("SELECT (it has it on shop.* alone)");
    }

    @Test
    void aPrivilegeOnColumnsIsNoneOnTables() {
        assertThat(grants("GRANT SELECT (`id`, `name`), INSERT ON *.* TO `lifeboat`@`%`").lack("SELECT")).isPresent();
        assertThat(grants("GRANT SELECT (`id`, `name`), INSERT ON *.* TO `lifeboat`@`%`").lack("INSERT")).isEmpty();
    }

    @Test
    void rolesAreNamed() {
        assertThat(grants("GRANT USAGE ON *.* TO `lifeboat`@`%`", "GRANT `dr`@`%`,`ops`@`%` TO `lifeboat`@`%`").roles())
                .containsExactly("`dr`@`%`,`ops`@`%`");
    }
}
