package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;

/** Who is the primary now. */
public record Succession(Call call, Landscape landscape) {

    /** The one that takes the writes of this server's cluster; this server itself is not meant. */
    public MySqlServer primaryBut(MySqlServer server) {
        List<MySqlServer> writable = landscape.clusterOf(call, server.name()).servers().stream()
                .filter(other -> !other.name().equals(server.name()) && Observed.of(other).writable()).toList();
        if (writable.size() != 1) {
            throw Failure
                    .of(writable.isEmpty()
                            ? "No other server of the cluster of `" + server.name()
                                    + "` takes writes: there is no primary to compare it with."
                            : "Several servers take writes, and none of them is the primary for certain: "
                                    + String.join(", ", writable.stream().map(MySqlServer::name).toList()) + ".")
                    .hint("There must be one primary, and all others fenced, first.");
        }
        return writable.getFirst();
    }
}
