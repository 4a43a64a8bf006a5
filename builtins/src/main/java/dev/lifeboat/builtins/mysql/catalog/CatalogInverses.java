package dev.lifeboat.builtins.mysql.catalog;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.Locale;

/** How changes of what is defined on servers are taken back. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class CatalogInverses {

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Lets an event run, or not, as before.",
            example = "")
    public void restoreEvent(Call call, @Doc("The server.") MySqlServer server, @Doc("The event.") String event,
            @Doc("How it was found.") EventState found) {
        call.port(ServerCatalog.class, server.name()).setEvent(event, found);
        call.did(server.name(), "event " + event + " is "
                + found.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Switches the event scheduler on or off, as it was before.", example = "")
    public void restoreEventScheduler(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Whether it was on.") boolean on) {
        call.port(ServerCatalog.class, server.name()).setEventScheduler(on);
        call.did(server.name(), "its event scheduler is " + (on ? "on" : "off") + " again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Locks an account or unlocks it, as before.",
            example = "")
    public void restoreAccount(Call call, @Doc("The server.") MySqlServer server, @Doc("The account.") String account,
            @Doc("Whether it was locked.") boolean locked) {
        call.port(ServerCatalog.class, server.name()).lockAccount(account, locked);
        call.did(server.name(), "account " + account + " is " + (locked ? "locked" : "unlocked") + " again");
    }
}
