package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.Preparation;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.EventLog;
import dev.lifeboat.interpreter.run.Facts;
import dev.lifeboat.interpreter.run.Gate;
import dev.lifeboat.interpreter.run.Identities;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words before a lab's real servers: through the gate, as a run calls them, without a runbook. The first server is the primary. */
public final class LabWords {
    private static final Value RUN = new Value.Fields("run",
            new LinkedHashMap<>(Map.of("id", new Value.Text("run-of-a-test"))));
    /** What backups of a lab are sealed with. */
    private static final String KEY = SealKeys.create().text();
    private final SystemClock clock = new SystemClock();
    private final Inventory inventory;
    private final MemoryJournal journal = new MemoryJournal(clock);
    private final Facts facts = new Facts();
    private final Registry registry;
    private final RealPorts ports;
    private final Inventory.Server primary;
    private final Gate gate;

    /** @param policies `promote: …` of a server's line in the inventory, by its name */
    public LabWords(MySqlLab lab, Path folder, Map<String, String> policies) {
        this(lab, folder, policies, Set.of());
    }

    /** @param spares the lab's servers that are spares of the cluster */
    public LabWords(MySqlLab lab, Path folder, Map<String, String> policies, Set<String> spares) {
        inventory = read(inventory(lab, policies, spares));
        Map<String, Value> names = ImplicitNames.of(inventory, "ecommerce");
        registry = Builtins.registry(inventory);
        ports = new RealPorts(inventory, folder,
                new Secrets(folder, Map.of("DBA", LabAccounts.LIFEBOAT_PASSWORD, "REPL",
                        LabAccounts.REPLICATION_PASSWORD, "APP", LabAccounts.APPLICATION_PASSWORD, "KEY", KEY),
                        text -> Optional.empty(), warning -> {}),
                clock);
        primary = inventory.clusters().get("ecommerce").servers().firstEntry().getValue();
        gate = new Gate(new EventLog(journal, List.of(facts), Resumption.NONE, clock), facts, new Identities(),
                registry,
                ports, clock,
                name -> Optional.ofNullable(own(name).orElse(names.get(name))));
        cluster = names.get("cluster");
    }

    public final Value cluster;
    /** What the runbook would say. */
    public Duration rpo = Duration.ofMinutes(15);

    private Optional<Value> own(String name) {
        return switch (name) {
            case "rpo" -> Optional.of(new Value.Span(rpo));
            case "run" -> Optional.of(RUN);
            default -> Optional.empty();
        };
    }

    private static Inventory read(String text) {
        var parsed = InventoryReader.read(Source.of("lab.yaml", text));
        return parsed.tree().orElseThrow(() -> new IllegalStateException(parsed.diagnostics() + "\n" + text));
    }

    private static String inventory(MySqlLab lab, Map<String, String> policies, Set<String> spares) {
        return """
                environment: lab
                clusters:
                  ecommerce:
                    primary: %s
                    servers:
                %s
                %s
                hosts:
                %s
                secrets: {backup-key: {env: KEY}}
                stores:
                  san: {kind: directory, path: san, key: backup-key}
                logins:
                  dba: {user: lifeboat, password: {env: DBA}, tls: prefer}
                  replication: {user: repl, password: {env: REPL}, tls: prefer}
                  app: {user: app, password: {env: APP}, tls: prefer}
                endpoints:
                  orders-db: {kind: file, path: orders.txt, login: app}
                """.formatted(lab.servers().getFirst().name(),
                lines(lab, server -> spares.contains(server.name()) ? "" : declared(server, policies)),
                spares.isEmpty()
                        ? ""
                        : "    spares:\n" + lines(lab,
                                server -> spares.contains(server.name()) ? declared(server, policies) : ""),
                lines(lab, LabWords::host));
    }

    private static String declared(LabServer server, Map<String, String> policies) {
        return "      " + server.name() + ": {address: \"" + server.address() + "\", admin: \"127.0.0.1:"
                + server.adminPort() + "\", site: main, login: dba, host: " + server.name() + ", binary_logs: "
                + server.dataFolder().resolve("binlog") + policies.getOrDefault(server.name(), "") + "}";
    }

    private static String lines(MySqlLab lab, java.util.function.Function<LabServer, String> line) {
        return lab.servers().stream().map(line).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String host(LabServer server) {
        return """
                  %s:
                    services:
                      mysql:
                        start: %s
                        start_fenced: %s
                        stop: %s
                        kill: %s
                        status: %s
                        enable: %s
                        disable: %s
                        is_enabled: %s
                """
                .formatted(server.name(), server.startCommand(),
                        server.startCommand(
                                "--persisted-globals-load=OFF --super-read-only=ON --skip-replica-start=ON"),
                        server.stopCommand(), server.killCommand(), server.statusCommand(),
                        server.autostartCommand("enable"), server.autostartCommand("disable"),
                        server.autostartCommand("is-enabled"))
                .stripTrailing();
    }

    /** What {@code lifeboat prepare} does: schema, canary and heartbeat, made by Lifeboat's own account. */
    public void prepare() {
        Preparation.prepare(new JdbcSession(ports.login("primary", primary.address(), "dba"), clock));
    }

    /** A port as a builtin would get it, without the journal. */
    public <P> P port(Class<P> kind, String name) {
        return ports.find(kind, name).orElseThrow();
    }

    public Inventory inventory() {
        return inventory;
    }

    public SystemClock clock() {
        return clock;
    }

    public static Value server(String name) {
        return new Value.Handle("server", name);
    }

    /** @param arguments those that are left out at the end were optional */
    public Value call(String word, Value... arguments) {
        Signature signature = registry.find(word).orElseThrow();
        int parameters = signature.parameters().size();
        return gate.call(new Gate.Site("test", false), signature, Arrays.asList(Arrays.copyOf(arguments, parameters)));
    }

    /** A field of a record that a word answered. */
    public static Value field(Value record, String name) {
        return ((Value.Fields) record).fields().get(name);
    }

    /** All inverses, the last one first, as a rollback runs them. */
    public void rollBack() {
        for (Event.InverseRegistered inverse : inverses().toList().reversed()) {
            call(inverse.builtin(), inverse.arguments().toArray(Value[]::new));
        }
    }

    private Stream<Event.InverseRegistered> inverses() {
        return journal.records().stream().map(Recorded::event)
                .flatMap(event -> event instanceof Event.InverseRegistered one ? Stream.of(one) : Stream.empty());
    }

    /** What was said to be done, for the message of a test that fails. */
    public List<String> done() {
        return journal.records().stream().map(Recorded::event).flatMap(event -> event instanceof Event.Did did
                ? Stream.of(did.target() + ": " + did.what())
                : Stream.empty()).toList();
    }
}
