package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.builtins.store.LabBucket;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process of its own that takes one backup, or reads it, so that its memory can be limited and measured: ACTION KEYSET SERVER-PORT UUID LEVEL STORE, a folder or a port of S3. The action {@code look} is what a preflight does with a store. */
final class BackupRun {
    private static final Instant TWO = Instant.parse("2026-11-27T02:00:00Z");

    private BackupRun() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("look")) {
            System.out.println(store(arguments[5]).state().usable());
            return;
        }
        SealKeys keys = SealKeys.parse(Files.readString(Path.of(arguments[1])), "a file");
        SystemClock clock = new SystemClock();
        JdbcLogin login = new JdbcLogin("db1", new Address("127.0.0.1", Integer.parseInt(arguments[2])),
                LabAccounts.LIFEBOAT, () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
        StoredBackups backups = new StoredBackups(new StoredBackups.Parts(store(arguments[5]),
                new TinkSeal(() -> keys, Integer.parseInt(arguments[4])), server -> new MySqlDumper(login, clock),
                other -> Optional.empty(), clock, progress -> {}));
        Order order = new Order(new BackupId("shop", TWO, "db1").toString(), "shop", "db1", arguments[3], "9.7", "",
                TWO);
        if (arguments[0].equals("take")) {
            backups.take(order);
        } else if (!backups.verify(order.id()).sound()) {
            throw new IllegalStateException("The backup is not sound.");
        }
        Manifest manifest = backups.manifest(order.id()).orElseThrow();
        System.out.println(manifest.size().bytes() + " " + manifest.stored().bytes() + " " + PeakHeap.bytes());
    }

    private static ObjectStore store(String place) throws Exception {
        return place.matches("\\d+")
                ? LabBucket.at(Integer.parseInt(place))
                : new DirectoryStore("san", Files.createDirectories(Path.of(place)));
    }
}
