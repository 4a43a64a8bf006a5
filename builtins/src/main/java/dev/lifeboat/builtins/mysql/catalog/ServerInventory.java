package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definition;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definitions;
import dev.lifeboat.builtins.mysql.ServerCatalog.Plugin;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import dev.lifeboat.builtins.mysql.ServerCatalog.Setting;
import dev.lifeboat.builtins.mysql.ServerCatalog.TableSize;
import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** What is defined on a server: what {@code mysql.inventory} answers. */
public record ServerInventory(
        @Doc("Who may come in.") List<Account> accounts,
        @Doc("Functions and procedures.") List<Definition> routines,
        @Doc("Triggers.") List<Definition> triggers,
        @Doc("Views.") List<Definition> views,
        @Doc("Scheduled events, and whether they run here.") List<ScheduledEvent> events,
        @Doc("Plugins that are no part of the server.") List<Plugin> plugins,
        @Doc("The application's tables.") List<TableSize> tables,
        @Doc("The system variables that matter for failing over.") List<Setting> variables) {

    static ServerInventory of(ServerCatalog catalog) {
        Definitions defined = catalog.definitions();
        return new ServerInventory(defined.accounts(), defined.routines(), defined.triggers(), defined.views(),
                defined.events(), defined.plugins(), catalog.tables(), catalog.settings().variables());
    }
}
