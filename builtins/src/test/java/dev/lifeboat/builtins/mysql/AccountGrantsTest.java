package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Signature;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountGrantsTest {

    private static AccountGrants grants(boolean admin, String... words) {
        Collection<Signature> all = Builtins.registry(Inventory.EMPTY).all();
        return AccountGrants.of(Stream.of(words)
                .map(word -> all.stream().filter(one -> one.word().equals(word)).findFirst().orElseThrow()).toList(),
                admin);
    }

    @Test
    void whoOnlyLooksIsAllowedToLookAndToKeepASchemaOfItsOwn() {
        assertThat(grants(false, "mysql.ping", "count").script("lifeboat")).containsExactly(
                "-- Every run looks at servers, and keeps a schema of its own.",
                "GRANT SELECT ON performance_schema.* TO 'lifeboat'@'%';",
                "GRANT SELECT, INSERT, DELETE, CREATE, EVENT ON lifeboat.* TO 'lifeboat'@'%';",
                "GRANT SELECT ON lifeboat_restore.* TO 'lifeboat'@'%';");
    }

    @Test
    void whatTheSameWordsNeedStandsTogetherWithThem() {
        assertThat(grants(true, "mysql.kill_sessions", "mysql.set_read_only", "mysql.fence").script("dr")).contains(
                "-- The inventory has administrative ports, by which it gets in when all other connections are taken.",
                "GRANT SERVICE_CONNECTION_ADMIN ON *.* TO 'dr'@'%';", "-- For mysql.fence, mysql.kill_sessions.",
                "GRANT PROCESS, CONNECTION_ADMIN ON *.* TO 'dr'@'%';", "-- For mysql.fence, mysql.set_read_only.",
                "GRANT SYSTEM_VARIABLES_ADMIN, PERSIST_RO_VARIABLES_ADMIN ON *.* TO 'dr'@'%';");
    }

    @Test
    void whatIsCoveredByAnotherIsNotAskedForTwice() {
        AccountGrants both = grants(false, "mysql.same_data", "mysql.elect");

        assertThat(both.script("lifeboat")).noneMatch(line -> line.contains("mysql.user"));
        assertThat(both.cover("SELECT ON mysql.user")).isTrue();
        assertThat(grants(false, "mysql.elect").script("lifeboat"))
                .contains("GRANT SELECT ON mysql.user TO 'lifeboat'@'%';");
        assertThat(grants(false, "mysql.elect").cover("SELECT")).isFalse();
    }

    @Test
    void olderServersCallWhatIsAboutDefinersOtherwise() {
        AccountGrants restores = grants(false, "backup.restore");

        assertThat(restores.statements("lifeboat", Dialect.of("8.0.31"))).anyMatch(
                line -> line.contains("SET_USER_ID") && !line.contains("DEFINER"));
        assertThat(restores.statements("lifeboat", Dialect.of("9.7.0"))).anyMatch(
                line -> line.contains("SET_ANY_DEFINER, ALLOW_NONEXISTENT_DEFINER") && !line.contains("SET_USER_ID"));
        assertThat(restores.script("lifeboat")).anyMatch(line -> line.contains("SET_USER_ID"));
    }

    @Test
    void onlyWhatExecutesWhatWasBackedUpNeedsToBeLikeASystemUser() {
        Collection<Signature> words = Builtins.registry(Inventory.EMPTY).all();

        assertThat(words).filteredOn(word -> word.privileges().contains("SYSTEM_USER")).extracting(Signature::word)
                .containsExactlyInAnyOrder("backup.restore", "backup.rehearse", "backup.apply_binlogs",
                        "backup.top_up");
    }
}
