package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabHaProxy;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The inventory of a lab. */
record InventoryText(MySqlLab lab, LabHaProxy proxy, Map<String, String> promote) {
    private static final String FENCED = "--persisted-globals-load=OFF --super-read-only=ON --skip-replica-start=ON";

    String text() throws IOException {
        StringBuilder text = new StringBuilder(
                "environment: lab\nclusters:\n  shop:\n    primary: db1\n    servers:\n");
        lab.servers().forEach(server -> text.append(server(server)));
        text.append("hosts:\n");
        lab.servers().forEach(server -> text.append(host(server)));
        return text.append(logins()).append("""
                endpoints:
                  orders-db: {kind: haproxy, socket: %s, backend: %s, address: "%s", login: app}
                lease: {directory: .}
                approvals: {self: refuse, attest: allow}
                roles:
                  database_lead: [senior_dba]
                  on_call: [senior_dba]
                  database_team: [senior_dba]
                  incident_commander: [infrastructure_manager, senior_dba]
                  infrastructure_manager: [infrastructure_manager]
                  cto: [cto]
                  stakeholders: [cto]
                  customers: [customers]
                people:
                  senior_dba: {channels: [letters]}
                  infrastructure_manager: {channels: [letters]}
                  cto: {channels: [letters]}
                  customers: {channels: [letters]}
                channels:
                  letters: {kind: file, path: letters.txt}
                """.formatted(proxy.socket(), proxy.backend(), proxy.address())).toString();
    }

    private String server(LabServer server) {
        String rule = promote.containsKey(server.name()) ? ", promote: " + promote.get(server.name()) : "";
        return "      %s: {address: \"%s\", login: dba, host: %s%s}\n".formatted(server.name(), server.address(),
                server.name(),
                rule);
    }

    private static String host(LabServer server) {
        return """
                  %s:
                    services:
                      mysql:
                        start: "%s"
                        start_fenced: "%s"
                        stop: "%s"
                        kill: "%s"
                        status: "%s"
                        enable: "%s"
                        disable: "%s"
                        is_enabled: "%s"
                """.formatted(server.name(), server.startCommand(), server.startCommand(FENCED), server.stopCommand(),
                server.killCommand(),
                server.statusCommand(), server.autostartCommand("enable"), server.autostartCommand("disable"),
                server.autostartCommand("is-enabled")).indent(0);
    }

    private String logins() throws IOException {
        return "logins:\n" + login("dba", LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD)
                + login("replication", LabAccounts.REPLICATION, LabAccounts.REPLICATION_PASSWORD)
                + login("app", LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD);
    }

    private String login(String name, String user, String password) throws IOException {
        Files.writeString(lab.folder().resolve(name + ".password"), password + "\n");
        return "  %s: {user: %s, password: {file: %s.password}}\n".formatted(name, user, name);
    }
}
