package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;

/** A server is promoted only where the old primary is fenced, or where somebody entitled has agreed that it need not be. */
final class PromotionsAreGuarded extends Order<Readiness> {
    PromotionsAreGuarded() {
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
        return state.guarded() || state.restored();
    }

    @Override
    Diagnostic found(Arrival<Readiness> arrival) {
        return missing(Diagnostic.error(MySqlCode.UNGUARDED,
                "`mysql.promote` can be reached without a fence or an approval: two servers could take writes at once.",
                arrival.at().span()), arrival, Readiness.GUARDS)
                .hint("Call `mysql.fence(cluster.primary)` before it on every path, or give its step `approve by @role`.");
    }
}
