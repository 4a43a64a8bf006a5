package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;

/** What replicas have received is applied before one of them is promoted: a promotion gives the rest up for good. */
final class PromotionsAreDrained extends Order<Readiness> {
    PromotionsAreDrained() {
        super("mysql.promote");
    }

    @Override
    Readiness start() {
        return Readiness.NONE;
    }

    @Override
    Readiness after(Readiness state, Event event) {
        return state.after(event);
    }

    @Override
    boolean isFine(Readiness state, Called call) {
        return state.drained() || state.restored();
    }

    @Override
    Diagnostic found(Arrival<Readiness> arrival) {
        return missing(Diagnostic.error(MySqlCode.UNDRAINED,
                "`mysql.promote` can be reached without a drain: what replicas have received and not applied would be lost.",
                arrival.at().span()), arrival, Readiness.DRAINS)
                .hint("Call `mysql.drain_relay_logs(cluster)` before it on every path.");
    }
}
