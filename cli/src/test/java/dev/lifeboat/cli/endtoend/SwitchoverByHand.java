package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** The shell script {@code switchover-by-hand.sh}: the same statements by calls of the client {@code mysql}, and HAProxy's runtime socket. */
record SwitchoverByHand(TwoSites sites) {
    private static final String SCRIPT = "/drill/switchover-by-hand.sh";

    void run(String from, String to) throws IOException, InterruptedException {
        Path output = sites.folder().resolve("by-hand.output");
        ProcessBuilder builder = new ProcessBuilder("bash", script().toString()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("mysql", sites.program("mysql"),
                "dba", account(LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD),
                "application", account(LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD),
                "replication_password", LabAccounts.REPLICATION_PASSWORD,
                "proxy", Integer.toString(sites.proxy().port()),
                "proxy_admin", Integer.toString(sites.proxy().adminPort()),
                "from", place(sites.server(from)), "to", place(sites.server(to)),
                "siblings", sites.servers().stream()
                        .filter(server -> !server.name().equals(from) && !server.name().equals(to))
                        .map(SwitchoverByHand::place).collect(Collectors.joining(" "))));
        int status = builder.start().waitFor();
        Assertions.assertThat(status).as(Files.readString(output)).isZero();
    }

    private static String place(LabServer server) {
        return server.name() + ":" + server.port();
    }

    private Path script() throws IOException {
        Path script = sites.folder().resolve("switchover-by-hand.sh");
        try (InputStream text = SwitchoverByHand.class.getResourceAsStream(SCRIPT)) {
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    private String account(String user, String password) throws IOException {
        return Files.writeString(sites.folder().resolve(user + ".cnf"),
                "[client]\nuser = " + user + "\npassword = " + password + "\n").toString();
    }
}
