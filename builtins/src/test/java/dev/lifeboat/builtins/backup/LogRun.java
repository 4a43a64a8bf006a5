package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.fakes.FakeCall;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.RowKind;
import dev.lifeboat.builtins.mysql.binlog.ServerLogFeed;
import dev.lifeboat.builtins.mysql.data.FoundTransaction;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process of its own that archives a server's binary logs, or looks for a deletion in the archive, so that its memory can be limited and measured: ACTION KEYSET SERVER-PORT STORE. */
final class LogRun {
    private static final String CLUSTER = "shop";

    private LogRun() {}

    public static void main(String[] arguments) throws Exception {
        SealKeys keys = SealKeys.parse(Files.readString(Path.of(arguments[1])), "a file");
        SystemClock clock = new SystemClock();
        JdbcLogin login = new JdbcLogin("db1", new Address("127.0.0.1", Integer.parseInt(arguments[2])),
                LabAccounts.LIFEBOAT, () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
        StoredLogs logs = new StoredLogs(new DirectoryStore("san", Path.of(arguments[3])), new TinkSeal(() -> keys),
                server -> new ServerLogFeed(login, Optional.empty(), clock, IdentityGuard.NONE),
                other -> new DirectoryStore(other, Path.of(arguments[3])), clock, progress -> {});
        if (arguments[0].equals("archive")) {
            logs.archive(CLUSTER, "db1");
        } else {
            found(logs).forEach(one -> System.out.println(one.gtid() + " " + one.dependants()));
        }
        System.out.println(logs.logs(CLUSTER).stream().mapToLong(ArchivedLog::length).sum() + " "
                + logs.logs(CLUSTER).stream().mapToLong(log -> log.stored().bytes()).sum() + " " + PeakHeap.bytes());
    }

    private static List<FoundTransaction> found(StoredLogs logs) {
        return new LogSearch(new FakeCall().with(logs), CLUSTER, logs.name()).find(new Wanted(GtidSet.EMPTY,
                Optional.empty(), Optional.empty(), List.of("shop.rare"), Optional.of(RowKind.DELETE), 2, List.of(),
                false, Wanted.ALL.most()));
    }
}
