package dev.lifeboat.builtins.mysql.readiness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** R1: whoever is promoted has a binary log of all that it has, by GTIDs, in rows, and keeps through a crash what it has committed. */
final class LogsAreComplete implements Rule {
    private static final Map<String, String> PROMOTABLE = new LinkedHashMap<>();
    private static final Map<String, String> DURABLE = new LinkedHashMap<>();

    static {
        PROMOTABLE.put("gtid_mode", "ON");
        PROMOTABLE.put("enforce_gtid_consistency", "ON");
        PROMOTABLE.put("log_bin", "ON");
        PROMOTABLE.put("log_replica_updates", "ON");
        PROMOTABLE.put("binlog_format", "ROW");
        DURABLE.put("sync_binlog", "1");
        DURABLE.put("innodb_flush_log_at_trx_commit", "1");
    }

    @Override
    public String number() {
        return "R1";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return Stream.of(situation.servers().flatMap(server -> settings(server, PROMOTABLE, Severity.SEVERE,
                "it can't be promoted")), situation.servers().flatMap(
                        server -> settings(server, DURABLE,
                                Severity.WARNING, "a crash loses what it committed last")),
                twins(situation)).flatMap(findings -> findings);
    }

    private Stream<Finding> settings(Examined server, Map<String, String> wanted, Severity severity, String so) {
        return wanted.entrySet().stream().flatMap(setting -> server.settings().value(setting.getKey())
                .filter(value -> !value.equalsIgnoreCase(setting.getValue())).stream()
                .map(value -> Finding.of(this, server, severity,
                        server.name() + " has `" + setting.getKey() + "=" + value + "`: " + so + ".",
                        "Set `" + setting.getKey() + "=" + setting.getValue()
                                + "` there, in its option file too.")));
    }

    private Stream<Finding> twins(Situation situation) {
        Map<Long, List<Examined>> byId = situation.servers().collect(Collectors.groupingBy(
                server -> server.state().identity().serverId(), LinkedHashMap::new, Collectors.toList()));
        return byId.entrySet().stream().filter(same -> same.getValue().size() > 1)
                .map(same -> Finding.ofCluster(this, Severity.SEVERE,
                        same.getValue().stream().map(Examined::name).collect(Collectors.joining(" and "))
                                + " have the same `server_id`, " + same.getKey() + ".",
                        "Give each server an id of its own: a replica drops what carries its own id."));
    }
}
