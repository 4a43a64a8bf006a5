package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;

/** Who has the most is known once everybody has applied what they received. Where nobody is promoted, it only informs. */
final class ElectionsFollowDrains extends Order<Boolean> {
    ElectionsFollowDrains() {
        super("mysql.elect");
    }

    @Override
    boolean concerns(Draft draft) {
        return super.concerns(draft) && draft.isCalled("mysql.promote");
    }

    @Override
    Boolean start() {
        return false;
    }

    @Override
    Boolean after(Boolean drained, Event event) {
        return drained || event instanceof Called called && Readiness.DRAINS.contains(called.signature().word());
    }

    @Override
    boolean isFine(Boolean drained, Called call) {
        return drained;
    }

    @Override
    Diagnostic found(Arrival<Boolean> arrival) {
        return missing(Diagnostic.warning(MySqlCode.ELECTED_TOO_EARLY,
                "`mysql.elect` can be reached before a drain: who has the most is not known yet.",
                arrival.at().span()), arrival, Readiness.DRAINS)
                .hint("Call `mysql.drain_relay_logs(cluster)` first.");
    }
}
