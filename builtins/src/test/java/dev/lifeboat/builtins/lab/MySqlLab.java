package dev.lifeboat.builtins.lab;

import dev.lifeboat.builtins.backup.ClientProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real MySQL servers in any topology, for one test or one class of tests, with the schema {@code shop} on the primary and its
 * replicas and the accounts of {@link LabAccounts} everywhere. They are gone when it is closed, or when the JVM is.
 *
 * <p>
 * Where no MySQL can be had, starting one skips the test with the reason; under {@code CI=true} it fails.
 */
public final class MySqlLab implements AutoCloseable {
    private final MySqlDistribution distribution;
    private final LabFolder folder;
    private final Map<String, LabServer> servers = new LinkedHashMap<>();
    private final List<ReservedPort> ports = new ArrayList<>();

    private MySqlLab(MySqlDistribution distribution, LabFolder folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /** Starts these servers and returns when every replica has what its source has. Sources come before their replicas. */
    public static MySqlLab start(ServerPlan... plans) throws SQLException {
        return start(MySqlDistribution.find(), plans);
    }

    /** As {@link #start(ServerPlan...)}, of that distribution. */
    public static MySqlLab start(MySqlDistribution distribution, ServerPlan... plans) throws SQLException {
        var lab = new MySqlLab(distribution, LabFolder.create());
        distribution.program("mysql")
                .ifPresent(client -> System.setProperty(ClientProgram.FOLDER, client.getParent().toString()));
        try {
            lab.add(plans);
            return lab;
        } catch (SQLException | RuntimeException | Error failed) {
            lab.close();
            throw failed;
        }
    }

    /** Starts more servers beside those that run. */
    public void add(ServerPlan... plans) throws SQLException {
        for (var plan : plans) {
            servers.put(plan.name(), prepare(plan));
        }
        AtOnce.toEach(Stream.of(plans).map(plan -> server(plan.name())).toList(), LabServer::start);
        for (var plan : plans) {
            takePlace(plan);
        }
        for (var plan : plans) {
            catchUp(plan);
        }
    }

    public LabServer server(String name) {
        return Optional.ofNullable(servers.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The lab has no server `" + name + "`."));
    }

    public List<LabServer> servers() {
        return List.copyOf(servers.values());
    }

    public MySqlDistribution distribution() {
        return distribution;
    }

    /** The folder of the lab, for what a test wants to be gone with it. */
    public Path folder() {
        return folder.path();
    }

    /** Starts another program that ends with the lab at the latest, its output going to the log. */
    public Process start(Path log, String... words) throws IOException {
        return folder.start(log, words);
    }

    /** A port of 127.0.0.1 that nobody else takes while the lab is there. */
    public int reservePort() {
        try {
            ports.add(ReservedPort.take());
            return ports.getLast().number();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private LabServer prepare(ServerPlan plan) {
        var place = new ServerFolder(folder.path().resolve(plan.name()));
        var server = new LabServer(plan.name(), distribution.version(), place, reservePort(), reservePort());
        try {
            place.furnish(distribution, folder.path(), options(plan, server), plan.supervised());
            new EmptyData(distribution).copyTo(place.data());
            return server;
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private Map<String, String> options(ServerPlan plan, LabServer server) {
        var options = new LinkedHashMap<String, String>();
        options.put("server_id", String.valueOf(server.port()));
        options.put("port", String.valueOf(server.port()));
        options.put("admin_address", "127.0.0.1");
        options.put("admin_port", String.valueOf(server.adminPort()));
        options.put("report_host", "127.0.0.1");
        options.put("report_port", String.valueOf(server.port()));
        options.putAll(plan.options());
        return options;
    }

    private void takePlace(ServerPlan plan) throws SQLException {
        var server = server(plan.name());
        switch (plan.role()) {
            case PRIMARY -> Shop.openOn(server);
            case REPLICA -> server.replica().follow(server(plan.source().orElseThrow()));
            case SPARE -> {
            }
        }
    }

    private void catchUp(ServerPlan plan) throws SQLException {
        if (plan.source().isPresent()) {
            server(plan.name()).replica().awaitAppliedFrom(server(plan.source().orElseThrow()));
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
            for (var port : ports) {
                port.close();
            }
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        }
    }
}
