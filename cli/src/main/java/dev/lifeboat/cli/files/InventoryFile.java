package dev.lifeboat.cli.files;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An inventory, with its text for the journal and the folder to which its paths are relative. */
public record InventoryFile(Path path, String text, Inventory inventory) {

    /** @throws InvalidFile where the root's settings name one that can't be used */
    public static Optional<InventoryFile> of(RunbookRoot root) {
        root.inventory().filter(path -> !Files.exists(path)).ifPresent(path -> {
            throw new InvalidFile(List.of(TextFile.unreadable(Path.of(RunbookRoot.shown(path)),
                    "is not there, and the settings of the runbooks name it as their inventory.")));
        });
        return root.inventory().map(InventoryFile::read);
    }

    public static InventoryFile read(Path path) {
        Source source = TextFile.read(path, RunbookRoot.shown(path), "inventory");
        Parsed<Inventory> parsed = InventoryReader.read(source);
        return new InventoryFile(path, source.text(),
                parsed.tree().orElseThrow(() -> new InvalidFile(parsed.diagnostics())));
    }

    public Path folder() {
        return path.toAbsolutePath().getParent();
    }

    /** The cluster that a run is about: the one named, or the only one. */
    public String cluster(Optional<String> named) {
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
