package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a server of a lab has on disk: its data, its option file, its log and the commands of its service. */
record ServerFolder(Path path) {

    Path data() {
        return path.resolve("data");
    }

    Path optionFile() {
        return path.resolve("my.cnf");
    }

    Path socket() {
        return path.resolve("mysql.sock");
    }

    Path errorLog() {
        return path.resolve("error.log");
    }

    /** A command of the service, for a shell: {@code start}, {@code stop}, {@code status} … */
    String service(String verb) {
        return path.resolve("service") + " " + verb;
    }

    /** Writes everything but the data. */
    void furnish(MySqlDistribution distribution, Path lab, Map<String, String> options, boolean supervised)
            throws IOException {
        Files.createDirectories(path.resolve("tmp"));
        Files.writeString(optionFile(), optionFile(options));
        Files.writeString(path.resolve("environment"),
                "mysqld='" + distribution.mysqld() + "'\nway=" + (supervised ? "supervised" : "alone")
                        + "\nLIFEBOAT_LAB='" + lab + "'\n");
        LabScripts.copyAs("mysql-service", path.resolve("service"));
    }

    private String optionFile(Map<String, String> options) {
        var all = new LinkedHashMap<>(ownOptions());
        all.putAll(options);
        return all.entrySet().stream().map(option -> option.getKey() + " = " + option.getValue())
                .collect(Collectors.joining("\n", "[mysqld]\n", "\n"));
    }

    /** As durable as in production, as small as it goes, and apart from everything else on the machine. */
    private Map<String, String> ownOptions() {
        var own = new LinkedHashMap<String, String>();
        own.put("user", System.getProperty("user.name"));
        own.put("datadir", data().toString());
        own.put("tmpdir", path.resolve("tmp").toString());
        own.put("socket", socket().toString());
        own.put("pid_file", path.resolve("mysqld.pid").toString());
        own.put("secure_file_priv", "");
        own.put("mysqlx", "OFF");
        own.put("bind_address", "127.0.0.1");
        own.put("skip_name_resolve", "ON");
        own.put("max_connect_errors", "1000000");
        own.put("default_time_zone", "'+00:00'");
        own.put("gtid_mode", "ON");
        own.put("enforce_gtid_consistency", "ON");
        own.put("log_bin", "binlog");
        own.put("relay_log", "relay");
        own.put("sync_binlog", "1");
        own.put("innodb_flush_log_at_trx_commit", "1");
        own.put("innodb_buffer_pool_size", "32M");
        own.put("innodb_log_buffer_size", "4M");
        own.put("table_open_cache", "200");
        own.put("max_connections", "50");
        return own;
    }
}
