package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.host.LocalHost;
import dev.lifeboat.builtins.hostile.HostileText;
import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabDoor;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of a real shell that keep where they lead in a file, which a relay of the test obeys. */
class CommandEndpointIT extends EndpointContract implements GivenEndpoint {
    private static LabDatabases databases;
    @TempDir
    static Path folder;
    private static LabDoor door;

    @BeforeAll
    static void start() throws Exception {
        databases = LabDatabases.start();
        door = LabDoor.leading(() -> leading().map(name -> databases.lab.server(name).port()));
    }

    @AfterAll
    static void end() {
        if (databases != null) {
            databases.close();
            door.close();
        }
    }

    @BeforeEach
    void makeWell() throws IOException {
        databases.makeWell();
        Files.writeString(file(), "db1\n");
    }

    private static Path file() {
        return folder.resolve("leads to");
    }

    private static Optional<String> leading() {
        try {
            return Files.readAllLines(file()).stream().filter(line -> !line.isBlank()).findFirst();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static EndpointPlan.Command plan() {
        String file = "'" + file() + "'";
        return new EndpointPlan.Command(Optional.empty(), "cat " + file, "printf '%s\\n' ${server} > " + file,
                Optional.of("grep -vxF -- ${server} " + file + " > " + file + ".new; mv " + file + ".new " + file),
                Optional.of(": > " + file));
    }

    private static EndpointPlan.Command switching(String command) {
        return new EndpointPlan.Command(Optional.empty(), plan().target(), command, Optional.empty(),
                Optional.empty());
    }

    private static Endpoint of(EndpointPlan.Command plan, Map<String, String> called) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        List.of("db1", "db2").forEach(name -> names.put(name, name));
        return new CommandEndpoint("orders", plan,
                new LocalHost("this machine",
                        new Inventory.Host(Optional.empty(), new LinkedHashMap<>(), Optional.empty()), databases.clock),
                new ServerNames(names, called), application(), databases.clock);
    }

    private static JdbcLogin application() {
        return new JdbcLogin("orders", new Address("127.0.0.1", door.port()), LabAccounts.APPLICATION,
                () -> LabAccounts.APPLICATION_PASSWORD, Tls.PREFER);
    }

    @Override
    public GivenEndpoint given() {
        return this;
    }

    @Override
    public Clock clock() {
        return databases.clock;
    }

    @Override
    public Endpoint endpoint() {
        return of(plan(), Map.of());
    }

    @Override
    public MySqlServer server(String name) {
        return databases.server(name);
    }

    @Override
    public boolean leadsToSeveral() {
        return false;
    }

    @Override
    public void kill(String server) {
        databases.lab.server(server).kill();
    }

    @Override
    public void freeze(String server) {
        databases.lab.server(server).freeze();
    }

    @Override
    public void openSession() {
        throw new UnsupportedOperationException("Sessions go through the relay of the test.");
    }

    /** Names stand in an inventory, and still no name may become a command. */
    @Test
    void aNameIsOneArgumentWhateverIsInIt() throws IOException {
        Path seen = folder.resolve("seen");
        for (String text : HostileText.texts(11, 120)) {
            Endpoint endpoint = of(switching("printf '<%s>' ${server} > '" + seen + "'; printf db2 > '" + file() + "'"),
                    Map.of("db3", text));
            try {
                endpoint.switchTo("db3");
            } catch (Failure elsewhere) {
                assertThat(elsewhere).hasMessageContaining("instead of db3");
            }
            assertThat(seen).as(text).hasContent("<" + text + ">");
            Files.writeString(file(), "db1\n");
        }
    }

    @Test
    void eachFaultIsTold() throws IOException {
        ToldFaults faults = new ToldFaults().naming(folder, "/srv");
        faults.of("the command fails and changes nothing",
                () -> of(switching("echo no rights >&2; exit 3 # ${server}"), Map.of()).switchTo("db2"));
        faults.of("the command ends well and changes nothing",
                () -> of(switching("true ${server}"), Map.of()).switchTo("db2"));
        faults.of("the command fails halfway",
                () -> of(switching(": > '" + file() + "'; exit 1 # ${server}"), Map.of()).switchTo("db2"));
        Files.writeString(file(), "db1\n");
        faults.of("the command hangs", () -> clock().within(Duration.ofSeconds(1), () -> {
            of(switching("sleep 60 # ${server}"), Map.of()).switchTo("db2");
            return null;
        }));
        faults.of("the command is not there", () -> of(switching("no-such-tool ${server}"), Map.of()).switchTo("db2"));
        faults.of("it does not say how to take a server out",
                () -> of(switching("true ${server}"), Map.of()).remove("db1"));
        faults.of("it does not say how to drain", () -> of(switching("true ${server}"), Map.of()).drain());
        faults.of("several servers", () -> endpoint().restore(List.of("db1", "db2")));
        Files.writeString(file(), "Error: \u001b[2Jno database\n");
        faults.of("the target command prints no server", () -> endpoint().targets());
        Files.delete(file());
        faults.of("the target command fails", () -> endpoint().targets());
        faults.compare("command.faults");
    }
}
