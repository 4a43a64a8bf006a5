package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.ServerTimeline.Canary;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import dev.lifeboat.simulator.model.Account;
import dev.lifeboat.simulator.model.RowChange;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Written;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of schema {@code lifeboat} that tell a simulated server's history: in each the columns, with a tab between two. */
final class SimTimeline {
    private static final String EPOCHS = "lifeboat.timeline";
    private static final String CANARIES = "lifeboat.canary";
    private static final int EPOCH_COLUMNS = 5;
    private static final int CANARY_COLUMNS = 3;

    private SimTimeline() {}

    static Timeline read(Server server) {
        return new Timeline(true, server.rows().table(EPOCHS).entrySet().stream()
                .map(row -> epoch(row.getKey(), row.getValue().split("\t", EPOCH_COLUMNS))).toList());
    }

    private static Epoch epoch(long number, String[] columns) {
        return new Epoch(number, columns[0], columns[1], Instant.parse(columns[2]), columns[4],
                GtidSet.parse(columns[3]));
    }

    static Written begin(Server server, Instant now, long number, String reason) {
        String what = server.uuid() + "\t" + now + "\t" + server.executed() + "\t" + reason;
        String id = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
        return server.write(Account.ADMIN, now, RowChange.insert(EPOCHS, number, id + "\t" + what));
    }

    static Optional<Written> forget(Server server, Instant now, String id) {
        return read(server).epochs().stream().filter(epoch -> epoch.id().equals(id)).findFirst()
                .map(epoch -> server.write(Account.ADMIN, now, RowChange.delete(EPOCHS, epoch.number())));
    }

    static Written canary(Server server, Instant now, String note) {
        return server.insert(Account.ADMIN, now, CANARIES, server.uuid() + "\t" + now + "\t" + note);
    }

    static List<Canary> canaries(Server server) {
        return server.rows().table(CANARIES).values().stream().map(row -> row.split("\t", CANARY_COLUMNS))
                .map(columns -> new Canary(Instant.parse(columns[1]), columns[0], columns[2])).toList().reversed();
    }
}
