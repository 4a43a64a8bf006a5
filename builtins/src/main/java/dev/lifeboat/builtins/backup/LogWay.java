package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Out of which logs transactions are taken, each once, so that each comes behind all that its server had executed before it.
 *
 * @param missing what is in none of them, or can't be reached because something before it is
 */
record LogWay(List<Leg> legs, GtidSet missing) {

    /** @param parts of one server, joined */
    record Leg(List<ArchivedLog> parts, GtidSet transactions) {}

    /** @param begin what that server had executed before it; none where nobody can tell */
    private record Run(List<ArchivedLog> parts, Optional<GtidSet> begin, GtidSet holds) {
        GtidSet gives(GtidSet left) {
            return holds.intersect(left);
        }

        boolean isNext(GtidSet left) {
            return !gives(left).isEmpty()
                    && begin.filter(before -> before.intersect(left).isEmpty()).isPresent();
        }

        Leg leg(GtidSet left) {
            GtidSet taken = gives(left);
            return new Leg(parts.stream().filter(part -> !part.holds().intersect(taken).isEmpty()).toList(), taken);
        }
    }

    static LogWay of(LogChain chain, GtidSet wanted) {
        List<Run> runs = chain.servers().stream().flatMap(server -> runs(chain, server).stream()).toList();
        List<Leg> legs = new ArrayList<>();
        GtidSet left = wanted;
        for (Optional<Run> next = next(runs, left); next.isPresent(); next = next(runs, left)) {
            legs.add(next.get().leg(left));
            left = left.subtract(next.get().holds());
        }
        return new LogWay(List.copyOf(legs), left);
    }

    private static Optional<Run> next(List<Run> runs, GtidSet left) {
        return runs.stream().filter(run -> run.isNext(left))
                .max(Comparator.comparingLong(run -> run.gives(left).count()));
    }

    private static List<Run> runs(LogChain chain, String server) {
        List<Run> runs = new ArrayList<>();
        List<ArchivedLog> parts = chain.of(server);
        List<ArchivedLog> behindGaps = chain.gaps().stream().map(LogChain.Gap::behind).toList();
        int begin = 0;
        for (int i = 1; i <= parts.size(); i++) {
            if (i == parts.size() || behindGaps.contains(parts.get(i))) {
                runs.add(run(chain, parts.subList(begin, i)));
                begin = i;
            }
        }
        return runs;
    }

    private static Run run(LogChain chain, List<ArchivedLog> parts) {
        ArchivedLog first = parts.getFirst();
        GtidSet holds = parts.stream().map(ArchivedLog::holds).reduce(GtidSet.EMPTY, GtidSet::union);
        return new Run(List.copyOf(parts), first.from() == 0 ? Optional.of(first.before()) : chain.beforeInFile(first),
                holds);
    }
}
