package dev.lifeboat.builtins.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Signature;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A readiness check misses just those privileges that the words of a failover need. */
class FailoverPrivilegesTest {
    private static final List<String> WORDS = List.of("mysql.diagnose", "mysql.fence", "mysql.freeze_receivers",
            "mysql.drain_relay_logs", "mysql.elect", "mysql.promote", "mysql.repoint", "mysql.events",
            "endpoint.switch");

    @Test
    void theyAreThoseOfItsWords() {
        Set<String> needed = Builtins.registry(Inventory.EMPTY).all().stream()
                .filter(word -> WORDS.contains(word.word())).map(Signature::privileges).flatMap(List::stream)
                .collect(Collectors.toSet());

        assertThat(ServerExamination.FAILOVER).containsExactlyInAnyOrderElementsOf(needed);
    }
}
