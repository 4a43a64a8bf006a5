package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;
import java.util.Optional;
import java.util.Set;

/** To detach destroys the way back, so the application has been seen to write on its new way before. */
final class DetachComesLast extends Order<DetachComesLast.Route> {
    private static final String VERIFIES = "endpoint.accepts_writes";
    private static final Set<String> CHANGES = Set.of("endpoint.switch", "mysql.promote", "mysql.switchover");

    /** @param changed where the application was last given another way */
    record Route(boolean verified, Optional<Span> changed) {}

    DetachComesLast() {
        super("mysql.detach");
    }

    @Override
    Route start() {
        return new Route(false, Optional.empty());
    }

    @Override
    Route after(Route route, Event event) {
        return switch (event) {
            case Event.Approved approved -> route;
            case Called called when called.is(VERIFIES) -> called.maySayYes()
                    ? new Route(true, Optional.empty())
                    : route;
            case Called called -> CHANGES.contains(called.signature().word())
                    ? new Route(false, Optional.of(called.span()))
                    : route;
        };
    }

    @Override
    boolean isFine(Route route, Called call) {
        return route.verified();
    }

    @Override
    Diagnostic found(Arrival<Route> arrival) {
        Diagnostic found = Diagnostic.error(MySqlCode.DETACHED_TOO_EARLY,
                "`mysql.detach` can be reached before the application is seen to write: there would be no way back.",
                arrival.at().span());
        return missing(arrival.state().changed()
                .map(changed -> found.label(changed, "the application goes another way from here on")).orElse(found),
                arrival, Set.of(VERIFIES))
                .hint("Put `wait until endpoint.accepts_writes(…) every 1s timeout 30s` before it, on every path.");
    }
}
