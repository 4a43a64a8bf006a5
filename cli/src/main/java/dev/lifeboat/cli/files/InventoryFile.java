package dev.lifeboat.cli.files;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import java.nio.file.Path;

/** An inventory, with its text for the journal and the folder to which its paths are relative. */
public record InventoryFile(Path path, String text, Inventory inventory) {

    public static InventoryFile read(Path path) {
        Source source = TextFile.read(path, "inventory");
        Parsed<Inventory> parsed = InventoryReader.read(source);
        return new InventoryFile(path, source.text(),
                parsed.tree().orElseThrow(() -> new InvalidFile(parsed.diagnostics())));
    }

    public Path folder() {
        return path.toAbsolutePath().getParent();
    }

    /** The cluster that a run is about: the one named, or the only one. */
    public String cluster(java.util.Optional<String> named) {
        var clusters = inventory.clusters();
        if (named.isPresent() && clusters.containsKey(named.get())) {
            return named.get();
        }
        String known = String.join(", ", clusters.sequencedKeySet());
        if (named.isPresent()) {
            throw new UsageProblem(
                    "Inventory `" + path + "` has no cluster `" + named.get() + "`; it has " + known + ".");
        }
        if (clusters.size() != 1) {
            throw new UsageProblem("Inventory `" + path + "` has " + clusters.size()
                    + " clusters: name one with `--cluster` (" + known + ").");
        }
        return clusters.firstEntry().getKey();
    }
}
