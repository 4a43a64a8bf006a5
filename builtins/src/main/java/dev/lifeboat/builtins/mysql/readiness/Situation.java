package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog.LastKnown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster as it was found at one moment.
 *
 * @param primary    where it answers
 * @param silent     the servers that could not be looked at
 * @param before     what the last check had written down
 * @param unrecorded why this one could not write down what it found; empty where it could
 */
public record Situation(String cluster, Optional<Examined> primary, List<Examined> replicas, List<Silent> silent,
        LastKnown before, Optional<String> unrecorded) {

    /** @param problem why, a sentence */
    public record Silent(MySqlServer server, String problem) {}

    Stream<Examined> servers() {
        return Stream.concat(primary.stream(), replicas.stream());
    }
}
