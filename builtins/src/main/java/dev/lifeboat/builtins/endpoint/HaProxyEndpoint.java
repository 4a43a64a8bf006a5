package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A backend of HAProxy, one of whose servers takes the writes; the others are in maintenance. */
public final class HaProxyEndpoint implements Endpoint {
    private final String name;
    private final HaProxySocket socket;
    private final String backend;
    private final Map<String, String> proxyNames;
    private final JdbcLogin application;
    private final Clock clock;

    /** @param proxyNames a server's name in HAProxy, where it is not its name in the inventory */
    public HaProxyEndpoint(String name, Path socket, String backend, Map<String, String> proxyNames,
            JdbcLogin application, Clock clock) {
        this.name = name;
        this.socket = new HaProxySocket(name, socket, clock);
        this.backend = backend;
        this.proxyNames = Map.copyOf(proxyNames);
        this.application = application;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> targets() {
        return servers().stream().filter(HaProxyServer::ready).map(server -> inventoryName(server.name())).toList();
    }

    private List<HaProxyServer> servers() {
        return HaProxyServer.parse(name, backend, socket.ask("show servers state " + backend));
    }

    private String inventoryName(String proxyName) {
        return proxyNames.entrySet().stream().filter(entry -> entry.getValue().equals(proxyName)).map(Map.Entry::getKey)
                .findFirst().orElse(proxyName);
    }

    private String proxyName(String server) {
        return proxyNames.getOrDefault(server, server);
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
        List<HaProxyServer> before = servers();
        require(server, before);
        tell(before, shut(proxyName(server)).toList(),
                targets().stream().filter(target -> !target.equals(server)).toList());
    }

    @Override
    public void drain() {
        List<HaProxyServer> before = servers();
        tell(before, before.stream().filter(HaProxyServer::ready)
                .map(server -> "set server " + backend + "/" + server.name() + " state drain").toList(), List.of());
    }

    /** The others first: at no moment do two servers take writes. */
    @Override
    public void restore(List<String> targets) {
        List<HaProxyServer> before = servers();
        targets.forEach(target -> require(target, before));
        List<String> wanted = targets.stream().map(this::proxyName).toList();
        Stream<String> others = before.stream().map(HaProxyServer::name).filter(server -> !wanted.contains(server));
        tell(before, Stream.concat(others.flatMap(this::shut), wanted.stream().map(this::open)).toList(), targets);
    }

    private Stream<String> shut(String server) {
        return Stream.of("set server " + backend + "/" + server + " state maint",
                "shutdown sessions server " + backend + "/" + server);
    }

    private String open(String server) {
        return "set server " + backend + "/" + server + " state ready";
    }

    private void require(String server, List<HaProxyServer> known) {
        String proxyName = proxyName(server);
        if (known.stream().noneMatch(other -> other.name().equals(proxyName))) {
            throw Failure
                    .of("Endpoint `" + name + "`: backend `" + backend + "` of HAProxy has no server `" + proxyName
                            + "`; it has " + Texts.list(known.stream().map(HaProxyServer::name).toList()) + ".")
                    .hint("Add it to HAProxy's configuration, or name it under `servers:` of the endpoint.");
        }
    }

    private void tell(List<HaProxyServer> before, List<String> commands, List<String> wanted) {
        String complaint = commands.isEmpty() ? "" : socket.tell(commands);
        List<String> found = ReadBack.of(this);
        if (!complaint.isEmpty() && servers().equals(before)) {
            throw Failure.of("Endpoint `" + name + "`: HAProxy changed nothing: " + complaint)
                    .hint("Its socket has to be of `level admin`.");
        }
        if (!Set.copyOf(found).equals(Set.copyOf(wanted))) {
            throw Failure.unknown("Endpoint `" + name + "`: HAProxy leads to " + Texts.list(found)
                    + " after it was told to lead to " + Texts.list(wanted) + ". " + complaint);
        }
    }
}
