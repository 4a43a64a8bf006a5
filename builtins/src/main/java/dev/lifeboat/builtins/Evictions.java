package dev.lifeboat.builtins;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.jdbc.FormerSessions;
import dev.lifeboat.builtins.mysql.jdbc.FormerSessions.End;
import dev.lifeboat.builtins.mysql.jdbc.JdbcWays;
import dev.lifeboat.builtins.mysql.jdbc.SessionMark;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Ports.Eviction;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Ends what earlier holders of a lease have under way on the servers of an inventory, on all of them at once, and says what of theirs can't be ended: a server
 * knows its sessions, a proxy or a machine does not know who sent it a command.
 */
record Evictions(Inventory inventory, BiFunction<String, Inventory.Server, JdbcWays> ways, SessionMark mark) {

    Eviction all() {
        List<End> ends = ends();
        return new Eviction(what(ends, End.Gone.class),
                Stream.concat(what(ends, End.OutOfReach.class).stream(), withoutSessions()).toList(),
                what(ends, End.Running.class));
    }

    private List<End> ends() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<End>> ends = new ArrayList<>();
            inventory.clusters().values().stream().flatMap(cluster -> Stream.of(cluster.servers(), cluster.spares()))
                    .map(SequencedMap::entrySet).flatMap(servers -> servers.stream())
                    .forEach(server -> ends.add(
                            CompletableFuture.supplyAsync(() -> end(server.getKey(), server.getValue()), threads)));
            return ends.stream().map(CompletableFuture::join).toList();
        }
    }

    private End end(String name, Inventory.Server server) {
        try {
            return new FormerSessions(ways.apply(name, server), mark).end();
        } catch (Failure noLogin) {
            return new End.OutOfReach(name + " can't be reached: " + noLogin.getMessage());
        }
    }

    private static List<String> what(List<End> ends, Class<? extends End> kind) {
        return ends.stream().filter(kind::isInstance).map(End::what).toList();
    }

    private Stream<String> withoutSessions() {
        Stream<String> endpoints = inventory.endpoints().sequencedKeySet().stream()
                .map(name -> "endpoint " + name + ": a switch that was under way may still be made");
        Stream<String> hosts = inventory.hosts().sequencedKeySet().stream()
                .map(name -> "host " + name + ": a command that was under way may still run");
        Stream<String> levels = inventory.levels().isEmpty()
                ? Stream.empty()
                : Stream.of("service levels: a command or call of theirs that was under way may still be carried out");
        return Stream.of(endpoints, hosts, levels).flatMap(lines -> lines);
    }
}
