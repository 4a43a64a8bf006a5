package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.LastKnown;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the last readiness check has written down, from whoever has it: the primary that it was written on may be dead. */
public final class LastRecord {
    private LastRecord() {}

    /** The newest that one of these servers has; one that can't be asked has none. */
    public static LastKnown of(Call call, List<MySqlServer> servers) {
        return servers.stream().map(server -> of(call, server))
                .max(Comparator.comparing(known -> known.written().orElse(Instant.MIN))).orElse(LastKnown.NONE);
    }

    public static LastKnown of(Call call, MySqlServer server) {
        try {
            return call.port(ServerCatalog.class, server.name()).recorded();
        } catch (Failure unreadable) {
            return LastKnown.NONE;
        }
    }
}
