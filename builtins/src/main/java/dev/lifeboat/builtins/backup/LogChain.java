package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the archived logs of a cluster hold, and where they do not join: by the GTID sets and places that their entries tell. */
final class LogChain {
    private final Map<String, List<ArchivedLog>> byServer;

    private LogChain(Map<String, List<ArchivedLog>> byServer) {
        this.byServer = byServer;
    }

    static LogChain of(List<ArchivedLog> parts) {
        return new LogChain(parts.stream().sorted(ArchivedLog.WRITTEN)
                .collect(Collectors.groupingBy(ArchivedLog::serverUuid, TreeMap::new, Collectors.toList())));
    }

    /**
     * A place at which one server's logs do not join.
     *
     * @param behind  what comes after it
     * @param missing as far as GTIDs tell; empty where some bytes are missing and no later file says what was in them
     */
    record Gap(ArchivedLog behind, GtidSet missing) {}

    List<ArchivedLog> of(String serverUuid) {
        return byServer.getOrDefault(serverUuid, List.of());
    }

    List<String> servers() {
        return List.copyOf(byServer.keySet());
    }

    /** The first part of its file. */
    Optional<ArchivedLog> beginning(ArchivedLog part) {
        return of(part.serverUuid()).stream().filter(one -> one.file().equals(part.file()) && one.from() == 0)
                .findFirst();
    }

    Optional<ArchivedLog> newest(String serverUuid) {
        List<ArchivedLog> parts = of(serverUuid);
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.getLast());
    }

    GtidSet holds() {
        return byServer.keySet().stream().map(this::holds).reduce(GtidSet.EMPTY, GtidSet::union);
    }

    GtidSet holds(String serverUuid) {
        return union(of(serverUuid));
    }

    private static GtidSet union(List<ArchivedLog> parts) {
        return parts.stream().map(ArchivedLog::holds).reduce(GtidSet.EMPTY, GtidSet::union);
    }

    /** All that the servers had executed by the end of what is here, whether it is here or is older. */
    GtidSet known() {
        return byServer.keySet().stream().map(this::known).reduce(GtidSet.EMPTY, GtidSet::union);
    }

    GtidSet known(String serverUuid) {
        return of(serverUuid).stream().map(part -> part.before().union(part.holds())).reduce(GtidSet.EMPTY,
                GtidSet::union);
    }

    /** What had been executed before the oldest of a server's logs that is here. */
    GtidSet begin(String serverUuid) {
        List<ArchivedLog> parts = of(serverUuid);
        return parts.isEmpty() ? GtidSet.EMPTY : parts.getFirst().before();
    }

    List<Gap> gaps() {
        return byServer.values().stream().flatMap(parts -> gaps(parts).stream()).toList();
    }

    private static List<Gap> gaps(List<ArchivedLog> parts) {
        List<Gap> gaps = new ArrayList<>();
        GtidSet known = parts.getFirst().before();
        for (int i = 0; i < parts.size(); i++) {
            ArchivedLog part = parts.get(i);
            GtidSet missing = part.before().subtract(known);
            boolean joins = part.from() == 0 || i > 0 && parts.get(i - 1).file().equals(part.file())
                    && parts.get(i - 1).to() == part.from();
            if (!missing.isEmpty() || !joins) {
                gaps.add(new Gap(part, missing));
            }
            known = known.union(part.before()).union(part.holds());
        }
        return gaps;
    }
}
