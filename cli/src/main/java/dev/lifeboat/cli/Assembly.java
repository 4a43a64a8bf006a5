package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.rules.MySqlRules;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Estate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Puts the parts together that several commands need. */
public final class Assembly {
    private Assembly() {}

    /** The checker for the runbooks under a root, with the inventory that its settings name, if any. */
    public static Checker checker(RunbookRoot root) {
        return InventoryFile.of(root).map(file -> checker(root, file.inventory()))
                .orElseGet(() -> new Checker(Builtins.registry(Inventory.EMPTY), Optional.empty(),
                        MySqlRules.of(root.mysql())));
    }

    /** The same with another inventory. */
    static Checker checker(RunbookRoot root, Inventory inventory) {
        return new Checker(Builtins.registry(inventory), Optional.of(estate(inventory)), MySqlRules.of(root.mysql()));
    }

    /** For a runbook out of a journal: it was checked before it ran, for the MySQL that its folder named then. */
    static Checker checkerOfRecorded(Inventory inventory) {
        return new Checker(Builtins.registry(inventory), Optional.of(estate(inventory)), List.of());
    }

    /** What can be named in a call that somebody types: builtins and servers. */
    static List<String> callable(Inventory inventory) {
        return Stream.concat(Builtins.registry(inventory).all().stream().filter(word -> !word.internal())
                .map(Signature::word), estate(inventory).named().get("server").stream()).toList();
    }

    static Estate estate(Inventory inventory) {
        SequencedMap<String, List<String>> named = new LinkedHashMap<>();
        named.put("server",
                inventory
                        .clusters().values().stream().flatMap(cluster -> Stream
                                .concat(cluster.servers().keySet().stream(), cluster.spares().keySet().stream()))
                        .toList());
        named.put("host", List.copyOf(inventory.hosts().sequencedKeySet()));
        named.put("endpoint", List.copyOf(inventory.endpoints().sequencedKeySet()));
        named.put("store", List.copyOf(inventory.stores().sequencedKeySet()));
        named.put("secret", List.copyOf(inventory.secrets().sequencedKeySet()));
        return new Estate(inventory.roles(), named, List.copyOf(inventory.channels().sequencedKeySet()),
                inventory.people().entrySet().stream().filter(person -> !person.getValue().channels().isEmpty())
                        .map(java.util.Map.Entry::getKey).toList());
    }
}
