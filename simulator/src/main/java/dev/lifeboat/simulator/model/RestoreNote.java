package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.backup.Restoration.RestoreState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a server says of a restore: one row of schema {@code lifeboat_restore}, which no transaction writes, so that it is in no binary log and survives a crash. */
public final class RestoreNote {
    private static final String TABLE = "lifeboat_restore.state";
    private static final long KEY = 1;
    private static final String SEPARATOR = "\t";
    private static final int TIMES = 4;

    private RestoreNote() {}

    public static RestoreState read(Server server) {
        return server.rows().get(TABLE, KEY).map(row -> parse(row.split(SEPARATOR), server))
                .orElseGet(() -> new RestoreState(Phase.NONE, Optional.empty(), Optional.empty(), Optional.empty(),
                        server.executed()));
    }

    private static RestoreState parse(String[] columns, Server server) {
        Optional<LoadTimes> took = columns.length <= TIMES
                ? Optional.empty()
                : Optional.of(new LoadTimes(Duration.parse(columns[TIMES]), Duration.parse(columns[TIMES + 1]),
                        Duration.parse(columns[TIMES + 2]), Long.parseLong(columns[TIMES + 3]),
                        Long.parseLong(columns[TIMES + 4])));
        return new RestoreState(Phase.valueOf(columns[0]), Optional.of(new Backup(columns[1], columns[2])),
                Optional.of(Instant.parse(columns[3])), took, server.executed());
    }

    /** In place of what it said before. Is to be called inside {@link Model#change}. */
    public static void write(Server server, Phase phase, Backup backup, Instant began, Optional<LoadTimes> took) {
        String times = took.map(all -> SEPARATOR + all.verified() + SEPARATOR + all.loaded() + SEPARATOR + all.proven()
                + SEPARATOR + all.stored() + SEPARATOR + all.size()).orElse("");
        server.rows().put(TABLE, KEY,
                phase + SEPARATOR + backup.store() + SEPARATOR + backup.id() + SEPARATOR + began + times);
    }

    /** Whether its data are there in part. */
    public static boolean unfinished(Server server) {
        return read(server).phase().unfinished();
    }
}
