package dev.lifeboat.builtins.preflight;

import dev.lifeboat.interpreter.run.Event.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Who should be behind the servers' names: as the last preflight or run has recorded it, and for one that does not answer, as its replicas say.
 *
 * @param servers  the names that a run could touch
 * @param recorded who was behind them the last time, by name
 */
public record Expected(List<String> servers, SequencedMap<String, Identity> recorded) {
    public static final String SEEN = "seen";
    public static final String REPLICAS = "its replicas";
    public static final String RECORDED = "readiness record";

    /** Notes what is wrong with whom was seen. */
    void compare(Notes notes) {
        notes.identities().stream().filter(found -> found.source().equals(SEEN)).forEach(found -> hold(found, notes));
        twice(notes);
    }

    private void hold(Identity found, Notes notes) {
        Optional<String> before = Optional.ofNullable(recorded.get(found.name())).map(Identity::identity);
        before.filter(identity -> !identity.equals(found.identity())).ifPresent(identity -> notes.blocked(found.name(),
                "`" + found.name() + "` is another server than the last time: it was " + identity + ", and is "
                        + found.identity() + " now.",
                "Find out where its address leads. If it was rebuilt or replaced on purpose: `lifeboat preflight FILE --accept "
                        + found.name() + "`."));
    }

    private static void twice(Notes notes) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        notes.identities().stream().filter(found -> found.source().equals(SEEN))
                .forEach(found -> names.computeIfAbsent(found.identity(), uuid -> new ArrayList<>()).add(found.name()));
        names.forEach((identity, same) -> {
            if (same.size() > 1) {
                notes.blocked(same.getFirst(), "`" + String.join("` and `", same) + "` lead to the same server, "
                        + identity + ".", "Put the addresses in the inventory right: each name stands for one server.");
            }
        });
    }

    /** For each name the one identity that is known best: as it was seen, as its replicas say, as it was recorded. */
    List<Identity> known(List<Identity> found) {
        SequencedMap<String, Identity> known = new LinkedHashMap<>();
        Stream.of(SEEN, REPLICAS).forEach(source -> found.stream().filter(one -> one.source().equals(source))
                .forEach(one -> known.putIfAbsent(one.name(), one)));
        servers.stream().filter(recorded::containsKey)
                .forEach(name -> known.putIfAbsent(name, recorded.get(name)));
        return servers.stream().filter(known::containsKey).map(known::get).toList();
    }
}
