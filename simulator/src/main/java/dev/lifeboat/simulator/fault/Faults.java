package dev.lifeboat.simulator.fault;

import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.simulator.model.Account;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.Channel;
import dev.lifeboat.simulator.model.Depot;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Stored;
import java.util.function.Consumer;

/** Makes faults happen in the model. */
public final class Faults {
    private static final String ERRANT = "shop.written_by_hand";

    private final Model model;

    public Faults(Model model) {
        this.model = model;
    }

    /** Lets it happen now. */
    public void happen(Fault fault) {
        model.change(() -> make(fault));
    }

    private void make(Fault fault) {
        switch (fault) {
            case Fault.Several several -> several.all().forEach(this::make);
            case Fault.OnServer on -> model.server(on.server()).ifPresent(server -> happen(on.what(), server));
            case Fault.Power power -> model.machine(power.host()).ifPresent(machine -> machine.power(power.on()));
            case Fault.Cut cut -> model.network().cut(cut.one(), cut.other(), cut.how());
            case Fault.OnStore on -> model.storage().depot(on.store()).ifPresent(depot -> happen(on.what(), depot));
            case Fault.Damaged damaged -> model.storage().depot(damaged.damage().store())
                    .ifPresent(depot -> new Damages(depot, model.now()).happen(damaged.damage()));
            case Fault.Mistake mistake -> new Mistakes(model).happen(mistake);
            case Fault.Heal heal -> model.network().heal(heal.one(), heal.other());
        }
    }

    private static void happen(StoreFault what, Depot depot) {
        switch (what) {
            case STORE_REFUSES -> depot.refusing(true);
            case STORE_ANSWERS -> depot.refusing(false);
            case STORE_SLOW -> depot.slow(true);
            case STORE_FAST -> depot.slow(false);
            case STORE_FULL -> depot.full(true);
            case STORE_HAS_ROOM -> depot.full(false);
            case TAPE_OUT -> depot.tapeOut(true);
            case TAPE_IN -> depot.tapeOut(false);
            case KEY_LOST -> depot.keys().lose();
            case KEY_CHANGED -> depot.keys().change();
            case KEY_ROTATED -> depot.keys().rotate();
        }
    }

    private void happen(ServerFault what, Server server) {
        switch (what) {
            case CRASH -> server.stop();
            case FREEZE -> server.hang();
            case THAW -> server.thaw(model.now());
            case START -> server.start();
            case STOP_RECEIVER -> channel(server, Channel::stopReceiver);
            case START_RECEIVER -> channel(server, Channel::startReceiver);
            case STOP_APPLIER -> channel(server, Channel::stopApplier);
            case START_APPLIER -> channel(server, Channel::startApplier);
            case WRITE_ON -> writeByHand(server);
            case CHANGE_ROW_ON -> changeNewestOrder(server);
            case PURGE_BINLOGS -> server.purgeBinlog();
            case FILL_DISK -> server.diskFull(true);
            case FREE_DISK -> server.diskFull(false);
            case USE_UP_CONNECTIONS -> server.sessions().useUp(Application.USER, Network.APPLICATION);
            case HOLD_LOCK -> server.sessions().openWithLock(Application.USER, Network.APPLICATION);
            case END_SESSIONS -> server.sessions().endAll();
            case REPLACE -> server.replace();
            case DUMPS_EMPTY -> server.stored().dumps(Stored.Dumps.EMPTY);
            case DUMPS_CUT -> server.stored().dumps(Stored.Dumps.CUT);
            case DUMPS_WHOLE -> server.stored().dumps(Stored.Dumps.WHOLE);
        }
    }

    private static void channel(Server server, Consumer<Channel> change) {
        server.channel().ifPresent(change);
    }

    /** Also where the server is read-only: whoever does this switches that off for a moment. */
    private void writeByHand(Server server) {
        var before = server.variables().readOnly();
        server.variables().readOnly(
                new ReadOnly(false, false, before.persistedReadOnly(),
                        before.persistedSuperReadOnly()));
        server.insert(Account.ADMIN, model.now(), ERRANT, "by hand on " + server.name());
        server.variables().readOnly(before);
    }

    private static void changeNewestOrder(Server server) {
        var orders = server.rows().table(Application.TABLE);
        if (!orders.isEmpty()) {
            server.rows().put(Application.TABLE, orders.lastKey(), "changed by nobody");
        }
    }
}
