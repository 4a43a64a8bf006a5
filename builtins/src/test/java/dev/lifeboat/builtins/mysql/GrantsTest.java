package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines as MySQL 8.0 and 9.7 write them. */
class GrantsTest {

    private static Grants grants(String... lines) {
        return Grants.of(List.of(lines));
    }

    private static Optional<String> lack(Grants grants, String privilege) {
        return grants.lack(Privilege.of(privilege)).map(Grants.Lack::told);
    }

    @Test
    void staticAndDynamicPrivilegesComeInLinesOfTheirOwn() {
        Grants grants = grants("GRANT SELECT, REPLICATION CLIENT ON *.* TO `lifeboat`@`%`",
                "GRANT BINLOG_ADMIN,CONNECTION_ADMIN ON *.* TO `lifeboat`@`%` WITH GRANT OPTION",
                "GRANT ALL PRIVILEGES ON `lifeboat`.* TO `lifeboat`@`%`");

        assertThat(lack(grants, "REPLICATION CLIENT")).isEmpty();
        assertThat(lack(grants, "CONNECTION_ADMIN")).isEmpty();
        assertThat(lack(grants, "SYSTEM_VARIABLES_ADMIN")).contains("SYSTEM_VARIABLES_ADMIN");
        assertThat(lack(grants, "INSERT ON lifeboat.*")).isEmpty();
        assertThat(lack(grants, "INSERT ON lifeboat.probe")).isEmpty();
        assertThat(lack(grants, "INSERT ON shop.*")).contains("INSERT ON shop.*");
        assertThat(grants.account()).isEqualTo("`lifeboat`@`%`");
    }

    @Test
    void allIsAll() {
        assertThat(lack(grants("GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost`"), "CLONE_ADMIN")).isEmpty();
    }

    @Test
    void superStillAllowsWhatItAlwaysDid() {
        Grants grants = grants("GRANT SUPER ON *.* TO `lifeboat`@`%`");

        assertThat(lack(grants, "SYSTEM_VARIABLES_ADMIN")).isEmpty();
        assertThat(lack(grants, "PERSIST_RO_VARIABLES_ADMIN")).isPresent();
    }

    @Test
    void whatIsRevokedInPartIsToldWithItsPlace() {
        Grants grants = grants("GRANT SELECT, INSERT ON *.* TO `lifeboat`@`%`",
                "REVOKE SELECT ON `shop`.* FROM `lifeboat`@`%`", "REVOKE INSERT ON `lifeboat`.* FROM `lifeboat`@`%`");

        assertThat(lack(grants, "SELECT")).contains("SELECT (revoked on shop.*)");
        assertThat(lack(grants, "INSERT ON lifeboat.probe"))
                .contains("INSERT ON lifeboat.probe (revoked on lifeboat.*)");
        assertThat(lack(grants, "INSERT ON shop.*")).isEmpty();
        assertThat(grants.lack(Privilege.of("SELECT")).orElseThrow().granted())
                .containsExactly(Privilege.of("SELECT ON shop.*"));
    }

    @Test
    void whatIsGrantedInPlacesIsNotEverywhere() {
        assertThat(lack(grants("GRANT SELECT ON `shop`.* TO `lifeboat`@`%`"), "SELECT"))
                .contains("SELECT (it has it on shop.* alone)");
    }

    @Test
    void aPrivilegeOnColumnsIsNoneOnTables() {
        assertThat(lack(grants("GRANT SELECT (`id`, `name`), INSERT ON *.* TO `lifeboat`@`%`"), "SELECT")).isPresent();
        assertThat(lack(grants("GRANT SELECT (`id`, `name`), INSERT ON *.* TO `lifeboat`@`%`"), "INSERT")).isEmpty();
    }

    @Test
    void rolesAreNamed() {
        assertThat(grants("GRANT USAGE ON *.* TO `lifeboat`@`%`", "GRANT `dr`@`%`,`ops`@`%` TO `lifeboat`@`%`").roles())
                .containsExactly("`dr`@`%`,`ops`@`%`");
    }
}
