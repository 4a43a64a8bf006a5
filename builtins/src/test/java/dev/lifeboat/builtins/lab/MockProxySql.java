package dev.lifeboat.builtins.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A MOCK, not ProxySQL, which no package source of this project has: what its manual says of {@code mysql_servers}, its runtime and its disk, behind the
 * protocol of MySQL ({@link MockAdminPort}), with a door that leads where the runtime says. It shows that the adapter says what the manual asks for; that a
 * real ProxySQL does it, it can't show.
 */
public final class MockProxySql implements AutoCloseable {
    public static final String ADMIN = "lifeboat-admin";
    public static final String PASSWORD = "proxy-secret";
    public static final int WRITERS = 10;
    private static final Pattern UPDATE = Pattern.compile(
            "UPDATE mysql_servers SET status='(\\w+)' WHERE hostgroup_id=(\\d+)(?: AND (.*))?");
    private static final Pattern INSERT = Pattern
            .compile("INSERT INTO mysql_servers \\(hostgroup_id, hostname, port, status\\) "
                    + "VALUES \\((\\d+), '([^']*)', (\\d+), '(\\w+)'\\)");
    private static final Pattern PLACE = Pattern.compile("hostname='([^']*)' AND port=(\\d+)");

    private record Row(int hostgroup, String host, int port) {}

    private final Map<Row, String> memory = new LinkedHashMap<>();
    private final Map<Row, String> runtime = new LinkedHashMap<>();
    private final Map<Row, String> disk = new LinkedHashMap<>();
    private final MockAdminPort admin = MockAdminPort.open(ADMIN, PASSWORD, this::answer);
    private final LabDoor door = LabDoor.leading(this::writer);
    private boolean diskFull;

    /** Leads to the first; the others are not in the hostgroup of writers, as replicas are not. */
    public static MockProxySql leadingTo(LabServer first) {
        var mock = new MockProxySql();
        mock.memory.put(new Row(WRITERS, "127.0.0.1", first.port()), "ONLINE");
        mock.load();
        mock.disk.putAll(mock.memory);
        return mock;
    }

    public int adminPort() {
        return admin.port();
    }

    /** By which the application goes. */
    public int port() {
        return door.port();
    }

    /** The rows of {@code mysql_servers} on its disk, {@code hostgroup host:port status}. */
    public synchronized List<String> onDisk() {
        return disk.entrySet().stream()
                .map(row -> row.getKey().hostgroup() + " " + row.getKey().host() + ":" + row.getKey().port() + " "
                        + row.getValue())
                .toList();
    }

    public void fillDisk(boolean full) {
        diskFull = full;
    }

    /** Its monitor believes that a server may be written to. */
    public synchronized void monitorAdds(LabServer server) {
        runtime.put(new Row(WRITERS, "127.0.0.1", server.port()), "ONLINE");
    }

    private synchronized Optional<Integer> writer() {
        return runtime.entrySet().stream()
                .filter(row -> row.getKey().hostgroup() == WRITERS && row.getValue().equals("ONLINE"))
                .map(row -> row.getKey().port()).findFirst();
    }

    private synchronized MockAdminPort.Answer answer(String sql) {
        return switch (sql) {
            case "LOAD MYSQL SERVERS TO RUNTIME" -> load();
            case "SAVE MYSQL SERVERS TO DISK" -> save();
            case "SELECT hostname, port, status FROM runtime_mysql_servers WHERE hostgroup_id=10" -> rows();
            default -> changed(sql);
        };
    }

    private MockAdminPort.Answer load() {
        runtime.clear();
        runtime.putAll(memory);
        memory.forEach((row, status) -> {
            if (status.equals("OFFLINE_HARD")) {
                door.shut(row.port());
            }
        });
        return MockAdminPort.Answer.changed(0);
    }

    private MockAdminPort.Answer save() {
        if (diskFull) {
            return MockAdminPort.Answer.error("ProxySQL Admin Error: database or disk is full");
        }
        disk.clear();
        disk.putAll(memory);
        return MockAdminPort.Answer.changed(0);
    }

    private MockAdminPort.Answer rows() {
        return MockAdminPort.Answer.rows(List.of("hostname", "port", "status"),
                runtime.entrySet().stream().filter(row -> row.getKey().hostgroup() == WRITERS)
                        .map(row -> List.of(row.getKey().host(), Integer.toString(row.getKey().port()), row.getValue()))
                        .toList());
    }

    private MockAdminPort.Answer changed(String sql) {
        Matcher insert = INSERT.matcher(sql);
        if (insert.matches()) {
            memory.put(new Row(Integer.parseInt(insert.group(1)), insert.group(2), Integer.parseInt(insert.group(3))),
                    insert.group(4));
            return MockAdminPort.Answer.changed(1);
        }
        Matcher update = UPDATE.matcher(sql);
        return update.matches()
                ? updated(update)
                : MockAdminPort.Answer.error("ProxySQL Admin Error: near \"" + sql.split(" ")[0] + "\": syntax error");
    }

    private MockAdminPort.Answer updated(Matcher update) {
        String condition = Optional.ofNullable(update.group(3)).orElse("");
        List<Row> hit = new ArrayList<>(memory.keySet());
        hit.removeIf(row -> row.hostgroup() != Integer.parseInt(update.group(2)) || !holds(condition, row));
        hit.forEach(row -> memory.put(row, update.group(1)));
        return MockAdminPort.Answer.changed(hit.size());
    }

    /** The conditions that the adapter has: these places, not these places, or a status. */
    private boolean holds(String condition, Row row) {
        var places = PLACE.matcher(condition).results().map(place -> place.group(1) + ":" + place.group(2))
                .collect(Collectors.toSet());
        if (condition.startsWith("status IN")) {
            return condition.contains("'" + memory.get(row) + "'");
        }
        boolean named = places.contains(row.host() + ":" + row.port());
        return condition.isEmpty() || named != condition.startsWith("NOT");
    }

    @Override
    public void close() {
        admin.close();
        door.close();
    }
}
