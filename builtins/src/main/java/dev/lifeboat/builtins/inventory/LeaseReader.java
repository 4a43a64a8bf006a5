package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.LeasePlace;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Reads where runs keep what others than their own machine need of them: leases, and copies of journals. */
final class LeaseReader {
    private static final String ONE_OF = "Expected either `directory`, a folder that all operators share, or `store`, one of `stores:`.";

    private LeaseReader() {}

    static LeasePlace place(YamlValue value, InventoryNames names) {
        YamlMap map = value.map();
        Optional<LeasePlace> folder = map.text("directory").map(LeasePlace.Folder::new);
        Optional<LeasePlace> store = map.find("store")
                .map(name -> names.standingStore(name, "Leases")).map(LeasePlace.InStore::new);
        if (folder.isEmpty() && store.isEmpty()) {
            map.missing(List.of("directory", "store"), ONE_OF);
        } else if (folder.isPresent() && store.isPresent()) {
            map.wrong(ONE_OF);
        }
        map.reportUnknownKeys();
        return folder.or(() -> store).orElse(new LeasePlace.Folder(""));
    }

    static String mirror(YamlValue journal, InventoryNames names) {
        YamlMap map = journal.map();
        String store = map.need("mirror", "name the store that journals are copied to")
                .map(value -> names.standingStore(value, "The copies of journals")).orElse("");
        map.reportUnknownKeys();
        return store;
    }
}
