package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.survey.LastRecord;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;

/**
 * The accounts that the primary had, as the last readiness check has written down, and that a candidate lacks: the application could not log in there. It is
 * better to know before it is promoted than after it is routed to.
 */
record KnownAccounts(Call call) {

    /** Empty also where nothing was written down, or where it can't be read: that is no reason against anybody. */
    List<String> missing(MySqlServer candidate) {
        List<String> known = LastRecord.of(call, candidate).entries().stream()
                .filter(entry -> entry.kind() == EntryKind.ACCOUNT).map(Entry::name).toList();
        return known.isEmpty() ? known : without(known, candidate);
    }

    private List<String> without(List<String> known, MySqlServer candidate) {
        try {
            List<String> there = call.port(ServerCatalog.class, candidate.name()).accountNames();
            return known.stream().filter(account -> !there.contains(account)).toList();
        } catch (Failure unreadable) {
            return List.of();
        }
    }
}
