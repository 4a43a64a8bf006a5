package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Two stores in folders, `san` and `s3`, and a server whose dump a test says. */
final class GivenBackups {
    static final String UUID = "aaaaaaaa-0000-0000-0000-000000000001";
    static final String DUMP = """
            SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '%s:1-5';
            -- CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='binlog.000002', SOURCE_LOG_POS=157;
            USE `shop`;
            CREATE TABLE `orders` (`id` int);
            INSERT INTO `orders` VALUES (1),(2),(3);
            -- Dump completed on 2026-11-27  2:00:05
            """.formatted(UUID);

    final Path root;
    private final Map<String, StoredBackups> stores = new LinkedHashMap<>();
    private final Map<String, SealKeys> keys = new LinkedHashMap<>();
    final StillClock clock = new StillClock();
    String dump = DUMP;

    GivenBackups(Path root) {
        this.root = root;
        SealKeys both = SealKeys.parse(SealKeys.create().text(), "secret `backup`");
        add("san", both);
        add("s3", both);
    }

    private void add(String store, SealKeys own) {
        key(store, own);
        Path folder = folder(store);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Supplier<SealKeys> now = () -> keys.get(store);
        stores.put(store, new StoredBackups(new StoredBackups.Parts(new DirectoryStore(store, folder),
                new TinkSeal(now), server -> dumper(), name -> Optional.ofNullable(stores.get(name)), clock,
                progress -> {})));
    }

    Path folder(String store) {
        return root.resolve(store);
    }

    /** From now on a store's secret holds these. */
    void key(String store, SealKeys own) {
        keys.put(store, own);
    }

    SealKeys key(String store) {
        return keys.get(store);
    }

    StoredBackups in(String store) {
        return stores.get(store);
    }

    private Dumper dumper() {
        return new Dumper() {
            @Override
            public String tool() {
                return "a dump that a test says";
            }

            @Override
            public void dump(java.io.OutputStream onto) {
                if (dump.isEmpty()) {
                    throw Failure.of("`db2` is gone.");
                }
                try {
                    onto.write(dump.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    static Order order(Instant began) {
        return new Order(new BackupId("shop", began, "db2").toString(), "shop", "db2", UUID, "9.7.4", "", began);
    }
}
