package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;
import java.util.HashSet;
import java.util.Set;

/**
 * A backup is verified, all of it, before any of it is loaded. Remembered are the manifests that were verified, by how
 * they are written; what a procedure returned is taken for one that it has verified.
 */
final class RestoresAreVerified extends Order<Set<String>> {
    private static final String VERIFIES = "backup.verify";

    RestoresAreVerified() {
        super("backup.restore");
    }

    @Override
    Set<String> start() {
        return Set.of();
    }

    @Override
    Set<String> after(Set<String> verified, Event event) {
        if (!(event instanceof Called called && called.is(VERIFIES) && called.maySayYes())) {
            return verified;
        }
        Set<String> more = new HashSet<>(verified);
        more.add(called.arguments().getFirst());
        return Set.copyOf(more);
    }

    @Override
    boolean isFine(Set<String> verified, Called call) {
        String manifest = call.arguments().getFirst();
        return verified.contains(manifest) || manifest.endsWith(".result") && !verified.isEmpty();
    }

    @Override
    Diagnostic found(Arrival<Set<String>> arrival) {
        String manifest = arrival.at().call().arguments().getFirst().value().span().text();
        return missing(Diagnostic.error(MySqlCode.UNVERIFIED,
                "`backup.restore` can be reached without `backup.verify` of `" + manifest
                        + "`: a bad backup is noticed only when half of it is loaded.",
                arrival.at().span()), arrival, Set.of(VERIFIES))
                .hint("Put `require backup.verify(" + manifest + ").sound` before it, on every path.");
    }
}
