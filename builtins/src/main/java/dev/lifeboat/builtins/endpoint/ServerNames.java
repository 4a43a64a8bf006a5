package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What the servers of the inventory are called where an endpoint knows them. */
public final class ServerNames {
    private final SequencedMap<String, String> there = new LinkedHashMap<>();

    /**
     * @param usual what each server of the inventory is called, by its name in the inventory
     * @param other what the endpoint calls some of them instead
     */
    public ServerNames(SequencedMap<String, String> usual, Map<String, String> other) {
        there.putAll(usual);
        there.putAll(other);
    }

    /** @throws Failure where the inventory has no such server */
    String there(String endpoint, String server) {
        return Optional.ofNullable(there.get(server)).orElseThrow(() -> Failure
                .of("Endpoint `" + endpoint + "`: the inventory has no server `" + server + "`; it has "
                        + Texts.list(List.copyOf(there.sequencedKeySet())) + ".")
                .hint("Add it under `servers:` of its cluster."));
    }

    /** Empty where nothing in the inventory is called so there. */
    Optional<String> here(String called) {
        return there.entrySet().stream().filter(entry -> entry.getValue().equals(called)).map(Map.Entry::getKey)
                .findFirst();
    }
}
