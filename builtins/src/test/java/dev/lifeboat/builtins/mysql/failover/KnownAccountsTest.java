package dev.lifeboat.builtins.mysql.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeServerCatalog;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Survey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A candidate that lacks the application's account is not promoted while another has it; where it is promoted all the same, that is told. */
class KnownAccountsTest {
    private final FakeEstate estate = new FakeEstate();
    private final FakeServerCatalog defined2 = new FakeServerCatalog("db2").lets("dba@%");
    private final FakeServerCatalog defined3 = new FakeServerCatalog("db3").lets("dba@%").lets("app@%");

    @BeforeEach
    void begin() {
        List<Entry> record = List.of(new Entry(EntryKind.ACCOUNT, "db1", "app@%", ""),
                new Entry(EntryKind.ACCOUNT, "db1", "dba@%", ""),
                new Entry(EntryKind.IDENTITY, "db1", "db1", estate.db1.uuid));
        defined2.record(record);
        defined3.record(record);
        estate.call.with(defined2, defined3);
    }

    private Election elect(Optional<String> prefer) {
        return new Ballot(estate.call, new Landscape(estate.inventory()), Survey.of(estate.call, estate.cluster()),
                prefer, Optional.empty()).hold();
    }

    @Test
    void whoHasAllAccountsWins() {
        assertThat(elect(Optional.empty()).winner().name()).isEqualTo("db3");
        estate.policies.put("db2", Promote.PREFER);
        assertThat(elect(Optional.empty()).winner().name()).isEqualTo("db3");
        assertThat(estate.call.done).noneMatch(line -> line.contains("lacks"));
    }

    @Test
    void whoIsWishedForWinsAndItIsTold() {
        assertThat(elect(Optional.of("db2")).winner().name()).isEqualTo("db2");
        assertThat(estate.call.done).anyMatch(
                line -> line.startsWith("db2: lacks accounts that the primary had: app@%"));
    }

    @Test
    void whereNobodyHasItSomebodyWins() {
        defined3.accounts.removeLast();
        assertThat(elect(Optional.empty()).winner().name()).isEqualTo("db2");
        assertThat(estate.call.done).anyMatch(line -> line.contains("lacks accounts"));
    }

    @Test
    void aRecordNamesADeadPrimaryThatNobodyFollowsAnyMore() {
        estate.db2.channel = Optional.empty();
        estate.db3.channel = Optional.empty();
        assertThat(Survey.of(estate.call, estate.cluster()).primaryUuid()).contains(estate.db1.uuid);
    }
}
