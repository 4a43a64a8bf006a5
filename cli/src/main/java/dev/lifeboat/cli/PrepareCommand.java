package dev.lifeboat.cli;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.Preparation;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat prepare`: what Lifeboat needs on the servers, before the day it is needed. */
final class PrepareCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "prepare",
            "Creates schema `lifeboat` on the primary of each cluster, with a heartbeat that an event writes each second.",
            "", "Doing it again changes nothing. It grants nothing: what --grants lists has to be granted before.");

    private final Argument<Path> inventory = arguments.required("--inventory", "FILE", Path.class,
            "What there is and who is there.");

    private final Argument<String> cluster = arguments.option("--cluster", "NAME", String.class, "Only this cluster.");

    private final Argument<Boolean> grants = arguments.flag("--grants",
            "Only list the privileges that the accounts need, as statements for somebody who may grant.");

    private final Argument<List<String>> runbooks = arguments.list("--runbook", "FILE",
            "List what this runbook needs and no more; may be given several times. Without it: what all words need, those of backups only where the inventory has stores.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        InventoryFile file = InventoryFile.read(inventory.value());
        Output output = Output.of(spec());
        List<String> clusters = clusters(file);
        GrantScript script = script(file.inventory());
        for (String name : clusters) {
            if (grants.value()) {
                script.lines(name).forEach(output.out()::println);
            } else {
                prepare(file, name, output);
                output.out().println("The accounts need these privileges (list them alone with --grants):");
                script.lines(name).forEach(line -> output.out().println("  " + line));
            }
        }
        return ExitStatus.OK;
    }

    private GrantScript script(Inventory estate) {
        return runbooks.value().isEmpty()
                ? GrantScript.ofAll(estate)
                : GrantScript.of(estate, runbooks.value().stream().map(Path::of).toList());
    }

    private List<String> clusters(InventoryFile file) {
        List<String> all = List.copyOf(file.inventory().clusters().sequencedKeySet());
        if (all.isEmpty()) {
            throw new UsageProblem("Inventory `" + inventory.value() + "` has no clusters.");
        }
        return cluster.value() == null ? all : List.of(file.cluster(Optional.of(cluster.value())));
    }

    private static void prepare(InventoryFile file, String name, Output output) {
        Inventory.Cluster cluster = file.inventory().clusters().get(name);
        Inventory.Server primary = cluster.servers().get(cluster.primary());
        SystemClock clock = new SystemClock();
        RealPorts ports = new RealPorts(file.inventory(), file.folder(),
                new Secrets(file.folder(), System.getenv(), text -> Optional.empty(), warning -> {}), clock);
        Preparation.prepare(new JdbcSession(ports.login(cluster.primary(), primary.address(), primary.login()), clock));
        output.out().println("Cluster " + name + ": schema `lifeboat` is on " + cluster.primary()
                + "; replication carries it to the others.");
    }
}
