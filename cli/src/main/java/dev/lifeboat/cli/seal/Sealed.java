package dev.lifeboat.cli.seal;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Cluster;
import dev.lifeboat.builtins.inventory.Inventory.Server;
import dev.lifeboat.cli.files.RunbookFile;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What a seal is of: the runbook with its libraries, and which servers the inventory means by their names. */
final class Sealed {
    private Sealed() {}

    static List<String> files(RunbookFile runbook) {
        return runbook.files().entrySet().stream().map(file -> file.getKey() + " " + Seal.digest(file.getValue()))
                .toList();
    }

    /** A line for each identity. Who is there, and by which channels they are told, may change. */
    static List<String> identities(Inventory inventory) {
        return Stream.of(Stream.of("environment " + inventory.environment().name().toLowerCase(Locale.ROOT)),
                inventory.clusters().entrySet().stream().flatMap(one -> cluster(one.getKey(), one.getValue())),
                inventory.hosts().entrySet().stream()
                        .map(host -> "host " + host.getKey() + " at "
                                + host.getValue().ssh().map(Object::toString).orElse("this machine")),
                inventory.endpoints().entrySet().stream()
                        .map(one -> "endpoint " + one.getKey() + ", " + endpoint(one.getValue())))
                .flatMap(lines -> lines).toList();
    }

    private static Stream<String> cluster(String name, Cluster cluster) {
        return Stream.of(Stream.of("cluster " + name + ", primary " + cluster.primary()),
                servers("server ", cluster.servers()), servers("spare ", cluster.spares())).flatMap(lines -> lines);
    }

    private static Stream<String> servers(String kind, SequencedMap<String, Server> servers) {
        return servers.entrySet().stream().map(one -> kind + one.getKey() + " at " + one.getValue().address()
                + one.getValue().admin().map(admin -> ", admin " + admin).orElse("")
                + one.getValue().host().map(host -> ", host " + host).orElse(""));
    }

    private static String endpoint(Inventory.Endpoint endpoint) {
        return endpoint.plan().identity() + endpoint.address().map(address -> ", reached at " + address).orElse("");
    }
}
