package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** An estate of one server, {@code db1}, prepared for Lifeboat; its canary has a note, which is there to be changed. */
final class LoneServer implements AutoCloseable {
    static final String NOTE = "as it was";
    private final MySqlLab lab;
    private final LabServer server;
    private final CutPort way;

    private LoneServer(MySqlLab lab) throws IOException {
        this.lab = lab;
        this.server = lab.server("db1");
        this.way = CutPort.to(server);
    }

    static LoneServer start() throws SQLException, IOException {
        LoneServer lone = new LoneServer(MySqlLab.start(ServerPlan.primary("db1")));
        lone.reachAt(lone.server.address());
        Invocation prepared = Invocation.of("prepare", "--inventory", lone.inventory().toString());
        assertThat(prepared.status()).as(prepared.all()).isZero();
        lone.server.execute("INSERT INTO lifeboat.canary (server, written, note) VALUES ('', NOW(6), '" + NOTE + "')");
        return lone;
    }

    LabServer server() {
        return server;
    }

    /** To the server; Lifeboat takes it from {@link #takeTheWay} on. */
    CutPort way() {
        return way;
    }

    Path folder() {
        return lab.folder();
    }

    String note() throws SQLException {
        return server.value("SELECT note FROM lifeboat.canary");
    }

    /** From now on Lifeboat reaches the server by the way that can be cut. */
    void takeTheWay() throws IOException {
        reachAt(way.address());
    }

    /** Whatever was done to it. */
    void makeWell() throws Exception {
        way.heal();
        server.thaw();
        server.start();
        reachAt(server.address());
        server.execute("SET GLOBAL read_only = OFF", "UPDATE lifeboat.canary SET note = '" + NOTE + "'");
    }

    private Path inventory() {
        return lab.folder().resolve("inventory.yaml");
    }

    private void reachAt(String address) throws IOException {
        Files.writeString(lab.folder().resolve("password"), LabAccounts.LIFEBOAT_PASSWORD);
        Files.writeString(inventory(), """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "%s", login: dba}}
                    replication: dba
                logins: {dba: {user: %s, password: {file: password}}}
                roles: {lead: [ada]}
                people: {ada: {channels: [chat]}}
                channels: {chat: {kind: console}}
                """.formatted(address, LabAccounts.LIFEBOAT));
    }

    @Override
    public void close() throws IOException {
        way.close();
        lab.close();
    }
}
