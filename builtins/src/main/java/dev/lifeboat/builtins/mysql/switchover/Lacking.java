package dev.lifeboat.builtins.mysql.switchover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;

/**
 * What a server that is to lead has not of what the old primary has. Where that is nothing but what it shall not have, nothing is lost, and the run knows so.
 *
 * @param without what it shall not have, or only in name: passed over
 */
record Lacking(Call call, MySqlServer server, MySqlServer against, GtidSet without) {

    GtidSet find() {
        Observed own = Observed.need(server);
        Observed other = Observed.need(against);
        if (other.writable()) {
            throw Failure.of("What `" + server.name() + "` lacks can't be said: `" + against.name()
                    + "` takes writes, and has more with each.").hint("Fence it first: `mysql.set_read_only`.");
        }
        GtidSet lacking = other.holds().subtract(own.executed()).subtract(without);
        if (lacking.isEmpty()) {
            new RunFacts(call).learn(RunFacts.LOSS, Duration.ZERO);
        }
        call.did(server.name(), lacking.isEmpty()
                ? "has all that " + against.name() + " has" + (without.isEmpty() ? "" : " but " + without)
                : "lacks " + Texts.count(lacking.count(), "transaction") + " that " + against.name() + " has: "
                        + lacking);
        return lacking;
    }
}
