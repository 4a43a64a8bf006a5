package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.lease.FileLeaseStore;
import dev.lifeboat.interpreter.lease.HeldLease;
import dev.lifeboat.interpreter.lease.Leases;
import dev.lifeboat.interpreter.lease.ThisProcess;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * A process that wants a cluster for itself and writes into it as long as it has it: with the real store and the real sessions of a run, and with no manners at
 * all. What it is refused it takes.
 */
public final class Contender {
    static final String CLUSTER = "contest";
    /** What it says when it has been told that the lease is lost, and when a statement of its own was ended on the server. */
    static final String REFUSED = "refused by the store";
    static final String ENDED = "ended on the server";
    private final SystemClock clock = new SystemClock();
    private final Random random = new Random();
    private final Path folder;
    private final int port;
    private final String name;
    private int runs;

    private Contender(Path folder, int port, String name) {
        this.folder = folder;
        this.port = port;
        this.name = name;
    }

    /** @param words the folder of the leases, the server's port, and what the operator is called */
    public static void main(String... words) {
        Contender contender = new Contender(Path.of(words[0]), Integer.parseInt(words[1]), words[2]);
        while (true) {
            contender.contend();
        }
    }

    private void contend() {
        String run = name + "-" + ProcessHandle.current().pid() + "-" + ++runs;
        try (HeldLease lease = lease(run)) {
            SessionMark mark = SessionMark.of(lease, CLUSTER, run);
            if (evicted(lease, mark)) {
                write(new JdbcSession(login(mark), clock));
            }
        } catch (Lease.Lost lost) {
            System.out.println(REFUSED);
        }
    }

    private HeldLease lease(String run) {
        Leases leases = new Leases(CLUSTER, FileLeaseStore.open(folder, CLUSTER), clock);
        while (true) {
            try {
                return leases.acquire(ThisProcess.claim(run, name, clock.now()));
            } catch (Lease.Refused held) {
                clock.sleep(Duration.ofMillis(random.nextInt(150)));
                try {
                    String holder = held.hint().replaceFirst("(?s).*--takeover (\\S+).*", "$1");
                    return leases.takeOver(ThisProcess.claim(run, name, clock.now()), holder, "contention");
                } catch (Lease.Refused another) {
                    // Somebody was faster; on with whoever that was.
                }
            }
        }
    }

    private boolean evicted(HeldLease lease, SessionMark mark) {
        if (lease.takeover().isEmpty()) {
            return true;
        }
        FormerSessions.End end = new FormerSessions(JdbcWays.of(login(mark), Optional.empty()), mark).end();
        System.out.println(end.what());
        return end instanceof FormerSessions.End.Gone;
    }

    private JdbcLogin login(SessionMark mark) {
        return new JdbcLogin("db1", new Address("127.0.0.1", port), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.OFF, mark);
    }

    /** Until it is taken away, or for some time. */
    private void write(JdbcSession session) {
        for (int rows = random.nextInt(200); rows > 0; rows--) {
            try {
                session.change("write", this::row);
            } catch (Failure failure) {
                System.out.println(ENDED + ": " + failure.getMessage());
            }
        }
    }

    /** A transaction that may take some time, so that it may be under way when it is taken over. */
    private Void row(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO shop.contest (operator) VALUES ('" + name + "')");
            if (random.nextInt(4) == 0) {
                statement.execute("DO SLEEP(0." + random.nextInt(10) + ")");
            }
        }
        connection.commit();
        return null;
    }
}
