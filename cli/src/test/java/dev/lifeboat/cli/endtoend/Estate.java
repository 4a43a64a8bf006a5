package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.AcknowledgedWriter;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabHaProxy;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.LabSshd;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.store.LabBucket;
import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * A real estate: MySQL servers behind a real HAProxy, prepared for Lifeboat by `lifeboat prepare`, an inventory that describes them, and an application that
 * writes. The runbook is the one of the repository.
 */
final class Estate implements AutoCloseable {
    static final Path RUNBOOK = Path.of("..", "runbooks", "primary-failure.runbook");
    private final MySqlLab lab;
    private final LabHaProxy proxy;
    private final CutPort way;
    private final Path inventory;
    private final AcknowledgedWriter writer;

    private Estate(MySqlLab lab, LabHaProxy proxy, CutPort way, Path inventory) {
        this.lab = lab;
        this.proxy = proxy;
        this.way = way;
        this.inventory = inventory;
        this.writer = AcknowledgedWriter.through(proxy.port());
    }

    /**
     * One primary, {@code db1}, and replicas {@code db2} …
     *
     * @param promote what the inventory says of promoting each, by its name
     */
    static Estate start(int replicas, Map<String, String> promote) throws SQLException, IOException {
        ServerPlan[] plans = new ServerPlan[replicas + 1];
        plans[0] = member(ServerPlan.primary("db1"));
        for (int i = 1; i <= replicas; i++) {
            plans[i] = member(ServerPlan.replica("db" + (i + 1), "db1"));
        }
        MySqlLab lab = MySqlLab.start(plans);
        LabServer[] others = lab.servers().stream().filter(server -> !server.name().equals("db1"))
                .toArray(LabServer[]::new);
        LabHaProxy proxy = LabHaProxy.start(lab, lab.server("db1"), others);
        CutPort way = CutPort.to(lab.server("db1"));
        Path inventory = lab.folder().resolve("inventory.yaml");
        Files.writeString(inventory, new InventoryText(lab, proxy, promote).text());
        Estate estate = new Estate(lab, proxy, way, inventory);
        estate.prepare();
        return estate;
    }

    /** It can be cloned, and keeps up as a replica with an application of many sessions. */
    private static ServerPlan member(ServerPlan plan) {
        return plan.bootsFenced().with("plugin_load_add", "mysql_clone.so").with("replica_parallel_workers", "16");
    }

    /** Lifeboat's account gets what these runbooks need, and nothing else. */
    Estate allowed(Path... runbooks) throws SQLException {
        Preparing.grants(servers(), inventory, runbooks);
        return this;
    }

    /** The statements that let Lifeboat's account do what the runbook needs. */
    List<String> grants() {
        return Preparing.statements(inventory, RUNBOOK);
    }

    private void prepare() throws SQLException {
        Preparing.grants(servers(), inventory, RUNBOOK);
        Invocation prepared = Invocation.of("prepare", "--inventory", inventory.toString());
        Assertions.assertThat(prepared.status()).as(prepared.all()).isZero();
    }

    /** Runs the runbook; {@code answers} is the text of an answers file. */
    Invocation run(String answers) throws IOException {
        return Invocation.of(runs(answers));
    }

    /** The arguments by which it is run. */
    String[] runs(String answers) throws IOException {
        return runs(RUNBOOK, answers);
    }

    /** The same of another runbook. */
    String[] runs(Path runbook, String answers) throws IOException {
        return new String[]{"run", runbook.toString(), "--inventory", inventory.toString(), "--operator", "senior_dba",
                "--answers", answers(answers), "--journal", journal().toString()};
    }

    /** The arguments of a command that runs another runbook, where nobody has written answers down. */
    String[] starts(String command, Path runbook) {
        return new String[]{command, runbook.toString(), "--inventory", inventory.toString(), "--operator",
                "senior_dba", "--journal", journal().toString()};
    }

    /** The arguments by which the run is carried on. */
    String[] resumes(String answers) throws IOException {
        return new String[]{"resume", journal().toString(), "--operator", "senior_dba", "--answers",
                answers(answers)};
    }

    private String answers(String text) throws IOException {
        return Files.writeString(lab.folder().resolve("answers.yaml"), text).toString();
    }

    /** The arguments by which it is looked whether it could be run. */
    String[] looks() {
        return new String[]{"preflight", RUNBOOK.toString(), "--inventory", inventory.toString()};
    }

    Invocation preflight(String... more) {
        List<String> words = new ArrayList<>(List.of(looks()));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray(String[]::new));
    }

    /** No channel of the inventory can send anything any more. */
    void silenceChannels() throws IOException {
        Files.writeString(inventory,
                Files.readString(inventory).replace("{kind: file, path: letters.txt}",
                        "{kind: file, path: gone/letters.txt}"));
    }

    /** From now on commands on the servers' machines go by SSH. */
    void reachHostsBy(LabSshd sshd) throws IOException {
        String way = "ssh: \"%s@127.0.0.1:%d\"\n    key: %s\n    known_hosts: %s\n    services:".formatted(sshd.user(),
                sshd.port(), sshd.key(), sshd.knownHosts());
        Files.writeString(inventory, Files.readString(inventory).replace("services:", way));
    }

    /** From now on leases and the copies of journals lie in a bucket. */
    void shareBy(int port) throws IOException {
        Files.writeString(lab.folder().resolve("bucket.id"), LabBucket.ID);
        Files.writeString(lab.folder().resolve("bucket.secret"), LabBucket.SECRET);
        Files.writeString(inventory, Files.readString(inventory).replace("lease: {directory: .}\n", """
                stores:
                  s3: {kind: s3, bucket: %s, endpoint: "http://127.0.0.1:%d", access_key: {file: bucket.id},
                       secret_key: {file: bucket.secret}}
                lease: {store: s3}
                journal: {mirror: s3}
                """.formatted(LabBucket.BUCKET, port)));
    }

    Path inventory() {
        return inventory;
    }

    Path journal() {
        return lab.folder().resolve("run.journal");
    }

    /** From now on Lifeboat's way to {@code db1}, and nobody else's, leads through a port that can be cut. */
    CutPort detour() throws IOException {
        Files.writeString(inventory, Files.readString(inventory).replace(server("db1").address(), way.address()));
        return way;
    }

    LabServer server(String name) {
        return lab.server(name);
    }

    List<LabServer> servers() {
        return lab.servers();
    }

    /** A program of the servers' distribution, such as {@code mysqlbinlog}. */
    String program(String name) {
        return lab.distribution().program(name).orElseThrow(() -> new IllegalStateException("No `" + name + "`."))
                .toString();
    }

    AcknowledgedWriter writer() {
        return writer;
    }

    LabHaProxy proxy() {
        return proxy;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        way.close();
        proxy.close();
        lab.close();
    }
}
