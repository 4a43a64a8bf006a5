package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;
import java.util.Optional;

/** Locks accounts, none of them before it is sure that all can be. */
record AccountLock(Call call, Landscape landscape, Inventory inventory, MySqlServer server) {

    void lock(List<String> wanted) {
        requireWritable();
        ServerCatalog catalog = call.port(ServerCatalog.class, server.name());
        List<Account> there = catalog.definitions().accounts();
        List<Account> found = wanted.stream().flatMap(name -> find(there, name).stream()).distinct().toList();
        found.forEach(this::refuseOwn);
        List<Account> open = found.stream().filter(account -> !account.locked()).toList();
        for (Account account : open) {
            call.inverse("unlock account " + account.name() + " on " + server.name(), "mysql.restore_account", server,
                    account.name(), account.locked());
            catalog.lockAccount(account.name(), true);
        }
        call.did(server.name(), open.isEmpty()
                ? "these accounts are locked already"
                : "locked " + Texts.list(open.stream().map(Account::name).toList())
                        + "; sessions that are open stay open");
    }

    private void requireWritable() {
        if (!server.state().readOnly().writable()) {
            throw Failure.of("No account was locked on `" + server.name() + "`: it is read-only.")
                    .hint("Lock accounts on the primary: replication locks them everywhere.");
        }
    }

    private List<Account> find(List<Account> there, String name) {
        List<Account> found = there.stream()
                .filter(account -> account.name().equals(name) || user(account).equals(name)).toList();
        if (found.isEmpty()) {
            throw Failure.of("`" + server.name() + "` has no account `" + name + "`: none was locked.")
                    .hint("Write the user, `app`, or the account, `app@%`; `mysql.inventory` lists those that there are.");
        }
        return found;
    }

    private static String user(Account account) {
        return account.name().substring(0, account.name().lastIndexOf('@'));
    }

    /** Without these nothing could be taken back, and no replica could reconnect. */
    private void refuseOwn(Account account) {
        List<String> own = List.of(landscape.server(server.name()).login(), landscape.following(server.name()).login());
        boolean needed = own.stream().map(login -> Optional.ofNullable(inventory.logins().get(login)))
                .flatMap(Optional::stream).map(Inventory.Login::user).anyMatch(user(account)::equals);
        if (needed) {
            throw Failure.of("Account `" + account.name() + "` was not locked, nor any other: Lifeboat or replication "
                    + "needs it.").hint("Leave it out.");
        }
    }
}
