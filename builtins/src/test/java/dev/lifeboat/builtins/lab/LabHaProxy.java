package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A real HAProxy as the application's way to the servers of a lab: TCP, no health checks, the first server active and the
 * others in maintenance, each under its name in the lab. It ends with the lab at the latest.
 *
 * <p>
 * It is the {@code haproxy} of the path, or Debian's, fetched by the script {@code fetch-haproxy}; where none can be had the
 * test is skipped with the reason, under {@code CI=true} failed.
 */
public final class LabHaProxy implements AutoCloseable {
    private static final String BACKEND = "orders";

    private final Path folder;
    private final int port;
    private final int adminPort;
    private final Process process;

    private LabHaProxy(Path folder, int port, int adminPort, Process process) {
        this.folder = folder;
        this.port = port;
        this.adminPort = adminPort;
        this.process = process;
    }

    public static LabHaProxy start(MySqlLab lab, LabServer active, LabServer... others) {
        return start(lab, LabServer::address, active, others);
    }

    /** @param way host and port by which it reaches a server, such as those of a {@link CutPort} */
    public static LabHaProxy start(MySqlLab lab, Function<LabServer, String> way, LabServer active,
            LabServer... others) {
        var program = ProgramPath.all("haproxy").findFirst().orElseGet(LabHaProxy::fetched);
        var port = lab.reservePort();
        var adminPort = lab.reservePort();
        try {
            var folder = Files.createDirectory(lab.folder().resolve("haproxy-" + port));
            var configuration = Files.writeString(folder.resolve("haproxy.cfg"),
                    configuration(folder, port, adminPort, way, active, List.of(others)));
            var process = lab.start(folder.resolve("log"), program.toString(), "-db", "-f", configuration.toString());
            var started = new LabHaProxy(folder, port, adminPort, process);
            Await.until("HAProxy answers", Duration.ofSeconds(10), () -> !started.ask("show info").isEmpty());
            return started;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private static Path fetched() {
        var reason = LabScripts.fetch("fetch-haproxy");
        return reason.isEmpty() ? LabCache.folder().resolve("haproxy/bin/haproxy") : Unavailable.because(reason);
    }

    private static String configuration(Path folder, int port, int adminPort,
            Function<LabServer, String> way, LabServer active, List<LabServer> others) {
        return """
                global
                    stats socket %s mode 600 level admin
                    stats socket ipv4@127.0.0.1:%d level admin
                defaults
                    mode tcp
                    timeout connect 2s
                    timeout client 1h
                    timeout server 1h
                    retries 0
                frontend application
                    bind 127.0.0.1:%d
                    default_backend %s
                backend %s
                    server %s %s
                %s
                """.formatted(folder.resolve("admin.sock"), adminPort, port, BACKEND, BACKEND, active.name(),
                way.apply(active),
                others.stream().map(server -> "    server " + server.name() + " " + way.apply(server) + " disabled")
                        .collect(Collectors.joining("\n")));
    }

    /** Where the application connects. */
    public int port() {
        return port;
    }

    /** Host and port, as an inventory has it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The runtime API, level {@code admin}. */
    public Path socket() {
        return folder.resolve("admin.sock");
    }

    /** The same by TCP, for what has no Unix sockets. */
    public int adminPort() {
        return adminPort;
    }

    public String backend() {
        return BACKEND;
    }

    /** Sends a command to the runtime API and returns the answer. */
    public String ask(String command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(StandardCharsets.UTF_8.encode(command + "\n"));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
