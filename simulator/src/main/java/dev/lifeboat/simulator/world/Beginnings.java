package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Cluster;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.simulator.model.Catalog;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Notebook;
import dev.lifeboat.simulator.model.Rows;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.scenario.DefinedPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is defined on the servers of a cluster when a story begins, and what the readiness check of the last night has written down of it. */
record Beginnings(Inventory inventory, Cluster cluster, Model model) {
    private static final Duration SINCE_LAST_NIGHT = Duration.ofHours(20);

    void define(Rows rows, Server primary) {
        List<String> users = inventory.logins().values().stream().map(Inventory.Login::user).distinct().toList();
        Catalog.defined(rows, primary, users);
        Notebook.writtenBefore(rows, entries(users), model.now().minus(SINCE_LAST_NIGHT));
    }

    private List<Entry> entries(List<String> users) {
        List<Entry> entries = new ArrayList<>();
        cluster.servers().keySet().forEach(name -> model.server(name).ifPresent(
                server -> entries.add(new Entry(EntryKind.IDENTITY, name, name, server.uuid()))));
        users.forEach(user -> entries.add(new Entry(EntryKind.ACCOUNT, cluster.primary(), user + "@%", "")));
        entries.add(event("shop.close_day", EventState.ENABLED));
        entries.add(event("shop.delete_old_orders", EventState.DISABLED));
        return entries;
    }

    private Entry event(String name, EventState state) {
        return new Entry(EntryKind.EVENT, cluster.primary(), name, state.name());
    }

    static void differ(Server server, DefinedPlan plan) {
        plan.lacksAccounts().forEach(server.catalog()::lacksAccount);
        plan.disabledEvents().forEach(server.catalog()::disabled);
        plan.variables().forEach(server.catalog()::variable);
    }
}
