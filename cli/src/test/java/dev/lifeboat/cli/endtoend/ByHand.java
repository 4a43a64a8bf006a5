package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The shell script {@code failover-by-hand.sh}: the same steps by calls of the client {@code mysql}. */
record ByHand() implements Contestant {
    private static final String SCRIPT = "/drill/failover-by-hand.sh";

    @Override
    public String name() {
        return "by hand";
    }

    @Override
    public void getReady(Estate estate) {}

    @Override
    public Process start(Estate estate, Path output) throws IOException {
        Path folder = estate.journal().getParent();
        ProcessBuilder builder = new ProcessBuilder("bash", script(folder).toString()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        LabServer primary = estate.server("db1");
        builder.environment().putAll(Map.of("mysql", estate.program("mysql"),
                "dba", account(folder, LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD),
                "application", account(folder, LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD),
                "replication_password", LabAccounts.REPLICATION_PASSWORD,
                "primary", Integer.toString(primary.port()),
                "proxy", Integer.toString(estate.proxy().port()),
                "proxy_admin", Integer.toString(estate.proxy().adminPort()),
                "replicas", estate.servers().stream().filter(server -> !server.equals(primary))
                        .map(server -> server.name() + ":" + server.port()).collect(Collectors.joining(" ")),
                "apart", "1",
                "service", primary.statusCommand().replaceFirst(" status$", "")));
        return builder.start();
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve("failover-by-hand.sh");
        try (InputStream text = ByHand.class.getResourceAsStream(SCRIPT)) {
            Files.copy(text, script);
        }
        return script;
    }

    private static String account(Path folder, String user, String password) throws IOException {
        return Files.writeString(folder.resolve(user + ".cnf"),
                "[client]\nuser = " + user + "\npassword = " + password + "\n").toString();
    }
}
