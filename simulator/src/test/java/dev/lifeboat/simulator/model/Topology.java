package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.simulator.world.SimClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A primary, two replicas and an application that writes, for the tests of the model. */
final class Topology {
    static final ApplierSettings QUICK = ApplierSettings.DEFAULTS;

    final SimClock clock = new SimClock(Instant.parse("2026-01-01T03:00:00Z"));
    final Model model = new Model(clock, 7);
    final Server db1 = server("db1");
    final Server db2 = server("db2");
    final Server db3 = server("db3");
    final Route endpoint = model.addRoute("orders-db", List.of(db1));
    final Application application = model.addApplication(endpoint, Duration.ofMillis(50));

    Topology() {
        Rows rows = new Rows();
        for (int key = 1; key <= 10; key++) {
            rows.put(Application.TABLE, key, "from the start");
        }
        model.change(() -> {
            model.beginWith(rows, db1, 100, List.of(db1, db2, db3));
            db1.variables().readOnly(ReadOnly.WRITABLE);
            follow(db2, db1, ReceiverSettings.DEFAULTS, QUICK);
            follow(db3, db1, ReceiverSettings.DEFAULTS, QUICK);
        });
    }

    private Server server(String name) {
        Server server = model.addServer(name, new Address(name + ".example.net", 3306));
        server.variables().readOnly(ReadOnly.FENCED);
        model.addMachine(name).runs("mysql", server);
        return server;
    }

    /** Begins a channel and starts it; inside a change. */
    void follow(Server replica, Server source, ReceiverSettings receiving, ApplierSettings applying) {
        replica.replicates(receiving, applying);
        model.follow(replica, source, "repl");
    }

    void pass(Duration time) {
        clock.sleep(time);
        model.catchUp();
    }

    void seconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    void change(Runnable change) {
        model.change(change);
    }

    Channel channel(Server replica) {
        return replica.channel().orElseThrow();
    }

    ThreadState receiver(Server replica) {
        return channel(replica).receiver().state();
    }

    int receiverError(Server replica) {
        return channel(replica).receiver().error().number();
    }

    GtidSet unapplied(Server replica) {
        return channel(replica).received().subtract(replica.executed());
    }
}
