package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A hostgroup of ProxySQL, one of whose servers takes the writes; the others are {@code OFFLINE_HARD}, so that they get none also where ProxySQL's own monitor
 * finds them writable. What its tables hold becomes true by {@code LOAD MYSQL SERVERS TO RUNTIME}, and outlasts a restart by {@code SAVE MYSQL SERVERS TO DISK}.
 */
public final class ProxySqlEndpoint implements Endpoint {
    private static final String LOAD = "LOAD MYSQL SERVERS TO RUNTIME";
    private static final String SAVE = "SAVE MYSQL SERVERS TO DISK";
    /** A shunned server is one that ProxySQL leaves out for a moment because it does not answer: it has not been taken out. */
    private static final Set<String> LEADING = Set.of("ONLINE", "SHUNNED");
    private final String name;
    private final ProxySqlAdmin admin;
    private final int hostgroup;
    private final ServerNames names;
    private final JdbcLogin application;
    private final Clock clock;

    /** @param names of the servers in ProxySQL, {@code host:port} */
    public ProxySqlEndpoint(String name, ProxySqlAdmin admin, int hostgroup, ServerNames names, JdbcLogin application,
            Clock clock) {
        this.name = name;
        this.admin = admin;
        this.hostgroup = hostgroup;
        this.names = names;
        this.application = application;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> targets() {
        return admin.ask(this::running);
    }

    private List<String> running(Connection connection) throws SQLException {
        List<String> running = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT hostname, port, status FROM runtime_mysql_servers WHERE hostgroup_id=" + hostgroup)) {
            while (rows.next()) {
                if (LEADING.contains(rows.getString(3))) {
                    String address = rows.getString(1) + ":" + rows.getInt(2);
                    running.add(names.here(address).orElse(address));
                }
            }
        }
        return running.stream().sorted().toList();
    }

    @Override
    public PathProbe probeWrite(Duration limit) {
        return PathWriter.write(application, limit, clock);
    }

    @Override
    public void switchTo(String server) {
        restore(List.of(server));
    }

    @Override
    public void remove(String server) {
        String row = row(server);
        tell(targets().stream().filter(target -> !target.equals(server)).toList(), statement -> {
            statement.executeUpdate(status("OFFLINE_HARD") + " AND " + row);
            statement.execute(LOAD);
        });
    }

    @Override
    public void drain() {
        tell(List.of(), statement -> {
            statement.executeUpdate(status("OFFLINE_SOFT") + " AND status IN ('ONLINE','SHUNNED')");
            statement.execute(LOAD);
        });
    }

    /** The others first, and for good: at no moment do two servers take writes. */
    @Override
    public void restore(List<String> targets) {
        List<String> rows = targets.stream().map(this::row).toList();
        tell(targets, statement -> {
            String wanted = rows.isEmpty() ? "" : " AND NOT ((" + String.join(") OR (", rows) + "))";
            statement.executeUpdate(status("OFFLINE_HARD") + wanted);
            statement.execute(LOAD);
            for (String row : rows) {
                if (statement.executeUpdate(status("ONLINE") + " AND " + row) == 0) {
                    statement.executeUpdate(insertion(targets.get(rows.indexOf(row))));
                }
            }
            statement.execute(LOAD);
        });
    }

    private interface Change {
        void by(Statement statement) throws SQLException;
    }

    private void tell(List<String> wanted, Change change) {
        if (!Set.copyOf(targets()).equals(Set.copyOf(wanted))) {
            admin.tell(connection -> {
                try (Statement statement = connection.createStatement()) {
                    change.by(statement);
                }
                return null;
            });
            prove(wanted);
        }
        save();
    }

    private void prove(List<String> wanted) {
        List<String> found = ReadBack.of(this);
        if (!Set.copyOf(found).equals(Set.copyOf(wanted))) {
            throw Failure.unknown("Endpoint `" + name + "`: ProxySQL leads to " + Texts.list(found)
                    + " after it was told to lead to " + Texts.list(wanted) + ".")
                    .hint("Its monitor may have moved a server: see `mysql_replication_hostgroups`, which believes what `read_only` says.");
        }
    }

    /** Not in doubt, though much is done: a look at where it leads would take this for all of it. Done again, it saves. */
    private void save() {
        try {
            admin.tell(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(SAVE);
                }
                return null;
            });
        } catch (Failure failure) {
            throw Failure.of("Endpoint `" + name
                    + "`: ProxySQL leads where it was told to, but only until it is restarted: " + failure.getMessage())
                    .hint("Run `" + SAVE + "` on its admin interface.").because(failure);
        }
    }

    private String status(String status) {
        return "UPDATE mysql_servers SET status='" + status + "' WHERE hostgroup_id=" + hostgroup;
    }

    private String row(String server) {
        Place place = place(server);
        return "hostname='" + place.host() + "' AND port=" + place.port();
    }

    private String insertion(String server) {
        Place place = place(server);
        return "INSERT INTO mysql_servers (hostgroup_id, hostname, port, status) VALUES (" + hostgroup + ", '"
                + place.host() + "', " + place.port() + ", 'ONLINE')";
    }

    /** A server as ProxySQL knows it; the host holds nothing that means something to SQL. */
    private record Place(String host, int port) {}

    private Place place(String server) {
        String address = names.there(name, server);
        int colon = address.lastIndexOf(':');
        if (!address.matches("[A-Za-z0-9._:\\[\\]-]+:\\d{1,5}")) {
            throw Failure.of("Endpoint `" + name + "`: `" + address + "` is not how ProxySQL knows `" + server + "`.")
                    .hint("Write `host:port` under `servers:` of the endpoint.");
        }
        return new Place(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
