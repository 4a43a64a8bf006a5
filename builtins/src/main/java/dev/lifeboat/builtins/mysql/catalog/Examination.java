package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.LastKnown;
import dev.lifeboat.builtins.mysql.readiness.Examined;
import dev.lifeboat.builtins.mysql.readiness.Finding;
import dev.lifeboat.builtins.mysql.readiness.Rule;
import dev.lifeboat.builtins.mysql.readiness.Severity;
import dev.lifeboat.builtins.mysql.readiness.Situation;
import dev.lifeboat.builtins.mysql.readiness.Situation.Silent;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.LastRecord;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at all servers of a cluster, writes down what has to be known when the primary is dead, and lets the rules judge. */
final class Examination {
    private final Call call;
    private final Landscape landscape;
    private final Inventory inventory;
    private final Cluster cluster;
    private final List<Silent> silent = new ArrayList<>();

    Examination(Call call, Landscape landscape, Inventory inventory, Cluster cluster) {
        this.call = call;
        this.landscape = landscape;
        this.inventory = inventory;
        this.cluster = cluster;
    }

    List<Finding> findings() {
        Optional<Examined> primary = examined(cluster.primary(), GtidSet.EMPTY, "");
        GtidSet has = primary.map(one -> one.state().executed()).orElse(GtidSet.EMPTY);
        String uuid = primary.map(one -> one.state().identity().uuid()).orElse("");
        List<Examined> replicas = cluster.replicas().stream()
                .flatMap(replica -> examined(replica, has, uuid).stream()).toList();
        LastKnown before = LastRecord.of(call, cluster.servers());
        Optional<String> unrecorded = record(primary, replicas, before);
        List<Finding> findings = Rule
                .judge(new Situation(cluster.name(), primary, replicas, List.copyOf(silent), before, unrecorded));
        long severe = findings.stream().filter(finding -> finding.severity() == Severity.SEVERE).count();
        call.did(cluster.name(), Texts.count(findings.size(), "finding") + ", " + severe + " of them severe");
        return findings;
    }

    private Optional<Examined> examined(MySqlServer server, GtidSet primaryHas, String primaryUuid) {
        call.progress("looking at " + server.name());
        Observed seen = Observed.of(server);
        if (!seen.answers()) {
            silent.add(new Silent(server, seen.problem()));
            return Optional.empty();
        }
        try {
            return Optional.of(new ServerExamination(call, landscape, inventory, server)
                    .examined(errant(server, seen, primaryHas, primaryUuid)));
        } catch (Failure failure) {
            silent.add(new Silent(server, failure.getMessage()));
            return Optional.empty();
        }
    }

    /** The primary goes on writing while its replicas are looked at, so what carries its own identity is not errant. What Lifeboat wrote is harmless. */
    private static GtidSet errant(MySqlServer server, Observed seen, GtidSet primaryHas, String primaryUuid) {
        if (primaryUuid.isEmpty()) {
            return GtidSet.EMPTY;
        }
        GtidSet foreign = seen.executed().subtract(seen.executed().from(primaryUuid)).subtract(primaryHas);
        return foreign.isEmpty() ? foreign : server.clientWrites(foreign);
    }

    /** @return why it could not be written */
    private Optional<String> record(Optional<Examined> primary, List<Examined> replicas, LastKnown before) {
        if (primary.isEmpty()) {
            return Optional.of("the primary does not answer.");
        }
        try {
            call.port(ServerCatalog.class, cluster.primary().name()).record(entries(primary.get(), replicas, before));
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(failure.getMessage());
        }
    }

    private List<Entry> entries(Examined primary, List<Examined> replicas, LastKnown before) {
        String name = cluster.primary().name();
        List<Entry> entries = new ArrayList<>();
        identities(primary, replicas, before, entries);
        for (Account account : primary.definitions().accounts()) {
            entries.add(new Entry(EntryKind.ACCOUNT, name, account.name(),
                    account.grants() + " " + account.authentication() + (account.locked() ? " locked" : "")));
        }
        primary.definitions().events().forEach(
                event -> entries.add(new Entry(EntryKind.EVENT, name, event.name(), event.state().name())));
        return List.copyOf(entries);
    }

    /** Who does not answer is who it was. */
    private void identities(Examined primary, List<Examined> replicas, LastKnown before, List<Entry> entries) {
        List<Examined> seen = new ArrayList<>(List.of(primary));
        seen.addAll(replicas);
        seen.forEach(one -> entries.add(new Entry(EntryKind.IDENTITY, one.server().name(), one.server().name(),
                one.state().identity().uuid())));
        before.entries().stream().filter(entry -> entry.kind() == EntryKind.IDENTITY)
                .filter(entry -> silent.stream().anyMatch(one -> one.server().name().equals(entry.name())))
                .forEach(entries::add);
    }
}
