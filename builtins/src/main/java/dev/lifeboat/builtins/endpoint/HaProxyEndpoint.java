package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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
        this.socket = new HaProxySocket(name, socket);
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

    @Override
    public PathProbe probeWrite(Duration limit) {
        Duration remaining = clock.remaining();
        return PathWriter.write(application, remaining.compareTo(limit) < 0 ? remaining : limit);
    }

    @Override
    public void switchTo(String server) {
        restore(List.of(server));
    }

    @Override
    public void remove(String server) {
        shut(proxyNames.getOrDefault(server, server));
        prove(targets().stream().filter(target -> !target.equals(server)).toList());
    }

    /** The others first: at no moment do two servers take writes. */
    @Override
    public void restore(List<String> targets) {
        List<String> wanted = targets.stream().map(target -> proxyNames.getOrDefault(target, target)).toList();
        List<String> known = servers().stream().map(HaProxyServer::name).toList();
        wanted.stream().filter(target -> !known.contains(target)).findFirst().ifPresent(missing -> {
            throw Failure
                    .of("Endpoint `" + name + "`: backend `" + backend + "` of HAProxy has no server `" + missing
                            + "`; it has " + String.join(", ", known) + ".")
                    .hint("Add it to HAProxy's configuration, or name it under `servers:` of the endpoint.");
        });
        known.stream().filter(server -> !wanted.contains(server)).forEach(this::shut);
        wanted.forEach(server -> command("set server " + backend + "/" + server + " state ready"));
        prove(targets);
    }

    private void shut(String server) {
        command("set server " + backend + "/" + server + " state maint");
        command("shutdown sessions server " + backend + "/" + server);
    }

    private void command(String command) {
        String answer = socket.ask(command);
        if (!answer.isEmpty()) {
            throw Failure.of("Endpoint `" + name + "`: HAProxy refused `" + command + "`: " + answer);
        }
    }

    private void prove(List<String> wanted) {
        List<String> found = targets();
        if (!List.copyOf(new java.util.TreeSet<>(found)).equals(List.copyOf(new java.util.TreeSet<>(wanted)))) {
            throw Failure.of("Endpoint `" + name + "`: HAProxy sends to " + found + " after it was told to send to "
                    + wanted + ".");
        }
    }
}
