package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Identity;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** How a simulated server answers to somebody who only looks whether it is there. */
final class SimReach {
    private final Server server;
    private final Model model;
    private final Spending spending;
    private final Supplier<Line> line;
    private final boolean admin;

    /** @param admin whether it goes by the administrative port */
    SimReach(Server server, Model model, Spending spending, Supplier<Line> line, boolean admin) {
        this.admin = admin;
        this.server = server;
        this.model = model;
        this.spending = spending;
        this.line = line;
    }

    Reach look(Duration limit) {
        Instant began = model.now();
        return switch (line.get()) {
            case OPEN -> query(limit, began);
            case REFUSED -> {
                spending.spend(Cost.REFUSAL);
                yield reach(Answer.REFUSED, "nothing listens at " + server.address(), began, Optional.empty());
            }
            case HUNG -> silent(limit, began);
            case DROPPED -> {
                spending.spend(limit);
                yield reach(Answer.NO_ROUTE, "no answer from " + server.address() + " to a connection", began,
                        Optional.empty());
            }
        };
    }

    private Reach query(Duration limit, Instant began) {
        if (!admin && server.sessions().full()) {
            spending.spend(Cost.REFUSAL);
            return new Reach(Answer.TOO_MANY_CONNECTIONS, 1040, "error 1040: Too many connections",
                    Duration.between(began, model.now()), Optional.empty());
        }
        Duration cost = spending.of(Cost.QUERY);
        boolean inTime = spending.spend(cost.compareTo(limit) < 0 ? cost : limit) && cost.compareTo(limit) <= 0;
        return inTime && line.get() == Line.OPEN
                ? reach(Answer.ANSWERED, "answered a query", began, Optional.of(server.identity()))
                : silent(limit.minus(Duration.between(began, model.now())), began);
    }

    private Reach silent(Duration limit, Instant began) {
        spending.spend(limit);
        return reach(Answer.SILENT, "it accepted the connection and did not answer", began, Optional.empty());
    }

    private Reach reach(Answer answer, String detail, Instant began, Optional<Identity> identity) {
        return new Reach(answer, 0, detail, Duration.between(began, model.now()), identity);
    }
}
