package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Since a restored server leads, equal GTIDs no longer mean equal data: whoever shall follow it is rebuilt first. A new
 * timeline begins by {@code mysql.new_timeline}, or where a server is promoted onto which a backup was restored; servers
 * are told apart by how they are written.
 */
final class TimelinesKeepApart extends Order<TimelinesKeepApart.Timeline> {

    /**
     * @param began    where the new one began
     * @param restored servers onto which a backup was restored
     * @param rebuilt  servers that got their data since it began
     */
    record Timeline(Optional<Span> began, Set<String> restored, Set<String> rebuilt) {
        Timeline restored(String server) {
            return new Timeline(began, with(restored, server), began.isPresent() ? with(rebuilt, server) : rebuilt);
        }

        Timeline rebuilt(String server) {
            return new Timeline(began, restored, with(rebuilt, server));
        }

        Timeline begins(Span here) {
            return new Timeline(Optional.of(here), restored, Set.of());
        }

        private static Set<String> with(Set<String> servers, String another) {
            Set<String> more = new HashSet<>(servers);
            more.add(another);
            return Set.copyOf(more);
        }
    }

    TimelinesKeepApart() {
        super("mysql.repoint", "mysql.rejoin");
    }

    @Override
    Timeline start() {
        return new Timeline(Optional.empty(), Set.of(), Set.of());
    }

    @Override
    Timeline after(Timeline timeline, Event event) {
        return switch (event) {
            case Event.Approved approved -> timeline;
            case Called called -> switch (called.signature().word()) {
                case "backup.restore" -> timeline.restored(called.arguments().get(1));
                case "mysql.rebuild" -> timeline.rebuilt(called.arguments().getFirst());
                case "mysql.new_timeline" -> timeline.begins(called.span());
                case "mysql.promote" -> timeline.restored().contains(called.arguments().getFirst())
                        ? timeline.begins(called.span())
                        : timeline;
                default -> timeline;
            };
        };
    }

    @Override
    boolean isFine(Timeline timeline, Called call) {
        return timeline.began().isEmpty() || timeline.rebuilt().contains(call.arguments().getFirst());
    }

    @Override
    Diagnostic found(Arrival<Timeline> arrival) {
        Called call = arrival.at();
        String server = call.call().arguments().getFirst().value().span().text();
        return missing(Diagnostic.error(MySqlCode.ACROSS_TIMELINES,
                "`" + call.signature().word() + "` can lead `" + server
                        + "` to another timeline without a rebuild: it would replicate without an error, and hold other data.",
                call.span()).label(arrival.state().began().orElseThrow(), "a new timeline begins here"), arrival,
                Set.of("mysql.rebuild"))
                .hint("Call `mysql.rebuild(" + server + ", from: …)` before it, on every path.");
    }
}
