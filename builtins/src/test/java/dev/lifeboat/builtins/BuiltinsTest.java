package dev.lifeboat.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltinsTest {
    private final Registry registry = Builtins.registry(Inventory.EMPTY);

    @Test
    void knowsTheWordsThatTheFirstRunbookNeeds() {
        assertThat(registry.all()).extracting(Signature::word).contains("mysql.ping", "mysql.diagnose", "mysql.status",
                "mysql.writable", "mysql.is_writable", "mysql.is_replica_of", "mysql.lag", "mysql.relation",
                "mysql.errant_gtids", "mysql.elect", "mysql.loss_bound", "mysql.same_data", "mysql.set_read_only",
                "mysql.fence", "mysql.start_fenced", "mysql.freeze_receivers", "mysql.drain_relay_logs",
                "mysql.promote", "mysql.repoint", "mysql.detach", "mysql.rejoin", "mysql.kill_sessions", "host.read",
                "host.service", "host.start_service", "host.stop_service", "host.restart_service", "host.reachable",
                "endpoint.target", "endpoint.accepts_writes", "endpoint.switch", "endpoint.remove", "empty", "count",
                "first", "max", "min", "sum", "sort_by", "text", "server", "host", "endpoint", "gtids", "secret",
                "now", "lifeboat.service_level", "lifeboat.writes_work", "lifeboat.requires", "lifeboat.out_of_reach",
                "mysql.query", "mysql.execute", "host.run", "backup.prune",
                "backup.rehearse", "backup.restore", "store.release", "ident", "number");
    }

    @Test
    void everyWordThatChangesSomethingCanBeTakenBackOrSaysThatItCannot() {
        List<Signature> without = registry.all().stream()
                .filter(word -> word.effect().alters() && !word.inverse() && !word.internal()).toList();

        assertThat(without).extracting(Signature::word).containsExactlyInAnyOrder("mysql.detach",
                "mysql.kill_sessions", "mysql.execute", "mysql.salvage_tail", "mysql.rebuild", "mysql.wipe",
                "mysql.apply_until", "mysql.skip_transaction", "host.run", "backup.prune", "backup.apply_binlogs",
                "backup.binlogs", "backup.copy_logs", "backup.stream", "backup.top_up", "backup.rehearse",
                "backup.restore",
                "store.release");
    }

    @Test
    void inversesAreNotForRunbooks() {
        assertThat(registry.all()).filteredOn(word -> word.word().matches(".*(_again|restore_?.*|demote|unfence)"))
                .filteredOn(word -> !word.word().equals("backup.restore"))
                .isNotEmpty().allMatch(Signature::internal);
    }

    @Test
    void promoteShowsWhatItRestsOn() {
        Signature promote = registry.find("mysql.promote").orElseThrow();

        assertThat(promote.effect()).isEqualTo(Effect.CHANGES);
        assertThat(promote.facts()).containsExactly("candidate: NONE", "fence: UNFENCED", "loss: NOT KNOWN",
                "last_failover: none known");
        assertThat(promote.idempotent()).isFalse();
    }

    @Test
    void theClusterOfARunbookHasTheFieldsOfTheBuiltins() {
        Type.RecordOf cluster = (Type.RecordOf) registry.implicitNames().get("cluster");

        assertThat(cluster.fields()).containsOnlyKeys("name", "primary", "replicas", "servers", "spares", "delayed",
                "witnesses", "sites", "primary_site");
        assertThat(registry.find("mysql.diagnose").orElseThrow().parameters().getFirst().type()).isEqualTo(cluster);
    }
}
