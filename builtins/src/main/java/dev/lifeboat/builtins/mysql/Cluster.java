package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** A cluster as the inventory has it, with its servers as ports: what a runbook calls {@code cluster}. */
public record Cluster(
        @Doc("Its name in the inventory.") String name,
        @Doc("The server that was the primary when the run began; it stays this server through a promotion.") MySqlServer primary,
        @Doc("All servers but the primary, the delayed ones too.") List<MySqlServer> replicas,
        @Doc("All servers, the primary first.") List<MySqlServer> servers,
        @Doc("Machines that can become servers.") List<MySqlServer> spares,
        @Doc("Replicas that are behind on purpose.") List<MySqlServer> delayed,
        @Doc("Hosts that look on from elsewhere.") List<Host> witnesses) {}
