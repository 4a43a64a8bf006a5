package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.endpoint.Endpoint.PathProbe;
import dev.lifeboat.builtins.mysql.MySqlServer.WriteProbe;
import dev.lifeboat.simulator.model.Account;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Route;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Written;
import java.time.Duration;
import java.util.Optional;

/** Tries whether a write is taken: by a row of schema {@code lifeboat}, one for each server. */
final class SimWrites {
    private static final String TABLE = "lifeboat.probe";

    private final Model model;
    private final Spending spending;

    SimWrites(Model model, Spending spending) {
        this.model = model;
        this.spending = spending;
    }

    WriteProbe probe(Server server, Line line, Duration limit) {
        return switch (line) {
            case OPEN -> {
                spending.spend(Cost.COMMIT);
                yield probed(model.change(() -> write(server, Account.ADMIN)), limit);
            }
            case REFUSED -> {
                spending.spend(Cost.REFUSAL);
                yield new WriteProbe(false, false, 0, "nothing listens at " + server.address());
            }
            case HUNG, DROPPED -> hung(limit);
        };
    }

    private WriteProbe probed(Written written, Duration limit) {
        return switch (written) {
            case Written.Committed row -> new WriteProbe(true, false, 0, "committed a row");
            case Written.Refused no -> new WriteProbe(false, false, no.error(), no.text());
            case Written.Silent no -> hung(limit);
        };
    }

    private WriteProbe hung(Duration limit) {
        spending.spend(limit);
        return new WriteProbe(false, true, 0, "no answer");
    }

    /** By the application's own way and account. */
    PathProbe probe(Route route, Duration limit) {
        Optional<Server> led = model.led(route, Network.LIFEBOAT);
        return switch (model.lineThrough(route, Network.LIFEBOAT, led)) {
            case OPEN -> {
                Server server = led.orElseThrow();
                spending.spend(Cost.COMMIT);
                yield through(server, model.change(() -> write(server, Account.APPLICATION)), limit);
            }
            case REFUSED -> {
                spending.spend(Cost.REFUSAL);
                yield failed("no answer");
            }
            case HUNG, DROPPED -> {
                spending.spend(limit);
                yield failed("no answer");
            }
        };
    }

    private PathProbe through(Server server, Written written, Duration limit) {
        return switch (written) {
            case Written.Committed row -> new PathProbe(true, Optional.of(server.uuid()), "a row was committed");
            case Written.Refused no -> failed("error " + no.error() + ", " + no.text());
            case Written.Silent no -> {
                spending.spend(limit);
                yield failed("no answer");
            }
        };
    }

    private static PathProbe failed(String why) {
        return new PathProbe(false, Optional.empty(), "a write by the application's way failed: " + why);
    }

    private Written write(Server server, Account account) {
        return server.write(account, model.now(),
                server.rows().upsert(TABLE, server.identity().serverId(), model.now().toString()));
    }
}
