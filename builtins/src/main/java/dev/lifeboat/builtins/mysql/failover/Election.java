package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who shall be the primary, and what that costs: {@code mysql.elect}. */
public record Election(
        @Doc("The server to promote.") MySqlServer winner,
        @Doc("The other servers that answer and shall follow the winner.") List<MySqlServer> others,
        @Doc("A server that has more than the winner and must not win: `promote` lets the winner catch up from it first.") Optional<MySqlServer> source,
        @Doc("Everything that the application wrote longer than this before the failure is kept.") Duration loss,
        @Doc("What the bound of the loss rests on.") String lossBasis,
        @Doc("Transactions that somebody is known to have, and that the winner will not have.") GtidSet missing,
        @Doc("The servers that could not win, and why.") List<Excluded> excluded) {

    /** A server that could not win. */
    public record Excluded(
            @Doc("The server.") MySqlServer server,
            @Doc("Why it can't be promoted, a sentence.") String reason) {}
}
