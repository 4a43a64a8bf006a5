package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.Manifest;
import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.backup.Restoration.RestoreState;
import dev.lifeboat.builtins.backup.RestoreTarget;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Clones;
import dev.lifeboat.simulator.model.RestoreNote;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A server of the model that something is restored into. Whoever loads there ends with the runner. */
final class SimRestoreTarget implements RestoreTarget {
    private static final ReadOnly FOR_LIFEBOAT = new ReadOnly(true, false, Optional.empty(), Optional.of(true));
    private static final List<String> SYSTEM = List.of("mysql.", "lifeboat_restore.");
    private static final long ROWS_A_MILLI = 750;
    private final SimWorld world;
    private final Server server;
    private final SimSession session;

    SimRestoreTarget(SimWorld world, Server server, SimSession session) {
        this.world = world;
        this.server = server;
        this.session = session;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public RestoreState state() {
        return session.observe("look what was restored into it", () -> RestoreNote.read(server));
    }

    @Override
    public List<String> schemas() {
        return session.observe("look what is in it",
                () -> server.rows().tables().stream().filter(SimRestoreTarget::isOwn)
                        .map(table -> table.substring(0, table.indexOf('.'))).distinct().toList());
    }

    private static boolean isOwn(String table) {
        return SYSTEM.stream().noneMatch(table::startsWith);
    }

    /** All servers of the model are of one version. */
    @Override
    public List<String> objections(Manifest manifest) {
        return List.of();
    }

    @Override
    public Filling loading(Backup backup, Instant began, String run) {
        return filling(() -> RestoreNote.write(server, Phase.LOADING, backup, began, Optional.empty()));
    }

    @Override
    public Filling applying() {
        return filling(() -> say(Phase.APPLYING, RestoreNote.read(server).took()));
    }

    private Filling filling(Runnable note) {
        session.change("make it ready to be filled", Cost.QUERY, () -> {
            server.variables().readOnly(FOR_LIFEBOAT);
            note.run();
        });
        return () -> session.change("put its settings back", Cost.QUERY,
                () -> server.variables().readOnly(ReadOnly.FENCED));
    }

    private void say(Phase phase, Optional<LoadTimes> took) {
        RestoreState state = RestoreNote.read(server);
        RestoreNote.write(server, phase, state.backup().orElseThrow(() -> Failure
                .of("`" + name() + "` says nothing of a restore any more.")
                .hint("Don't use it: wipe it, and restore again.")), state.began().orElseThrow(), took);
    }

    @Override
    public Intake intake() {
        return session.observe("look what it takes in", () -> server.variables().intake());
    }

    @Override
    public void intake(Intake wanted) {
        session.change("change what it takes in", Cost.QUERY, () -> server.variables().intake(wanted));
    }

    @Override
    public List<String> endFormer() {
        return session.observe("look who loads into it", List::of);
    }

    @Override
    public void whole(LoadTimes took) {
        session.change("say that it is whole", Cost.COMMIT, () -> say(Phase.WHOLE, Optional.of(took)));
    }

    @Override
    public void whole() {
        session.change("say that it is whole", Cost.COMMIT,
                () -> say(Phase.WHOLE, RestoreNote.read(server).took()));
    }

    /** They do as soon as they are there. */
    @Override
    public void accountsCount() {
        session.observe("let its accounts count", () -> null);
    }

    @Override
    public SequencedMap<String, Long> rows() {
        Duration takes = Duration.ofMillis(server.rows().count() * world.weight() / ROWS_A_MILLI);
        return session.observe("count its rows", takes, () -> {
            SequencedMap<String, Long> rows = new LinkedHashMap<>();
            server.rows().tables().stream().filter(SimRestoreTarget::isOwn)
                    .forEach(table -> rows.put(table, (long) server.rows().table(table).size()));
            return rows;
        });
    }

    @Override
    public void wipe() {
        session.change("empty it", Cost.REPLICATION, () -> {
            new Clones(world.model()).wipe(server);
            server.variables().readOnly(ReadOnly.FENCED);
        });
    }
}
