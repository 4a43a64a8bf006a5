package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.CloneRecord;
import dev.lifeboat.simulator.model.Clones;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.util.List;

/** The data directory of a server of the model. Every server there has the clone plugin. */
final class SimInstance implements Instance {
    private static final int READ_ONLY = 1290;
    private final SimWorld world;
    private final Model model;
    private final Server server;
    private final SimSession session;

    SimInstance(SimWorld world, Server server, IdentityGuard guard) {
        this.world = world;
        this.model = world.model();
        this.server = server;
        this.session = new SimSession(model, server, world.spending(), guard);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Contents contents() {
        return session.observe("look what is in it",
                () -> new Contents(schemas(), server.executed(), true));
    }

    private List<String> schemas() {
        return server.rows().tables().stream().map(table -> table.substring(0, table.indexOf('.')))
                .filter(schema -> !schema.equals(Restoration.SCHEMA)).distinct()
                .toList();
    }

    @Override
    public CloneState cloneState() {
        return session.observe("look after its clone", () -> state(server.lastClone()));
    }

    private CloneState state(CloneRecord record) {
        ClonePhase phase = switch (record.state()) {
            case NEVER -> ClonePhase.NONE;
            case UNDER_WAY -> ClonePhase.UNDER_WAY;
            case COMPLETED -> ClonePhase.COMPLETED;
            case FAILED -> ClonePhase.FAILED;
        };
        boolean underWay = phase == ClonePhase.UNDER_WAY;
        long took = Duration.between(record.began(), model.now()).toMillis();
        long copied = underWay
                ? record.bytes() * Math.min(took, record.takes().toMillis()) / Math.max(1, record.takes().toMillis())
                : record.bytes();
        return new CloneState(phase, record.source(), phase == ClonePhase.FAILED ? 1317 : 0,
                phase == ClonePhase.FAILED ? "Query execution was interrupted" : "", record.executed(), copied,
                record.bytes(), underWay ? "FILE COPY" : "");
    }

    @Override
    public void loadClonePlugin() {
        refuseReadOnly("load the clone plugin");
    }

    @Override
    public void beginClone(Donor donor) {
        refuseReadOnly("begin a clone of " + donor.host() + ":" + donor.port());
        Server from = model.serverAt(donor.host(), donor.port())
                .orElseThrow(() -> world.notModelled("a clone of " + donor.host() + ":" + donor.port()));
        session.change("begin a clone of " + donor.host() + ":" + donor.port(), Cost.REPLICATION,
                () -> new Clones(model).begin(server, from));
    }

    private void refuseReadOnly(String doing) {
        session.change(doing, Cost.QUERY, () -> {
            if (server.variables().superReadOnly()) {
                throw session.refused(doing, READ_ONLY,
                        "The MySQL server is running with the --super-read-only option so it cannot execute this statement");
            }
        });
    }

    @Override
    public void stopClone() {
        session.change("end its clone", Cost.QUERY, () -> new Clones(model).stop(server));
    }

    @Override
    public void wipe() {
        refuseReadOnly("empty it");
        session.change("empty it", Cost.REPLICATION, () -> new Clones(model).wipe(server));
    }
}
