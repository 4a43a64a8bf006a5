package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.simulator.model.Account;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.RowChange;
import dev.lifeboat.simulator.model.Written;
import dev.lifeboat.simulator.scenario.Scenario;
import dev.lifeboat.simulator.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Simulations of the example estate, for tests. */
final class Stories {
    private static final Path RUNBOOKS = Path.of("..", "runbooks");

    private Stories() {}

    static Inventory example() {
        return whole(InventoryReader.read(source("inventory/example.yaml")));
    }

    /** With more endpoints. @param endpoints lines of its YAML */
    static Inventory exampleWith(String endpoints) {
        String example = source("inventory/example.yaml").text();
        return whole(InventoryReader.read(Source.of("example.yaml",
                example.replace("\nendpoints:", "\nendpoints:\n" + endpoints + "#"))));
    }

    /** One of the scenarios that come with the runbooks. */
    static Scenario scenario(String file) {
        return whole(ScenarioReader.read(source("scenarios/" + file), example()));
    }

    static Scenario told(String yaml) {
        return whole(ScenarioReader.read(Source.of("scenario.yaml", yaml), example()));
    }

    static Simulation play(String yaml) {
        return Simulation.of(example(), told(yaml), 1);
    }

    /** Of an estate and a story of its own. */
    static Simulation simulation(String inventory, String scenario) {
        Inventory estate = whole(InventoryReader.read(Source.of("inventory.yaml", inventory)));
        return Simulation.of(estate, whole(ScenarioReader.read(Source.of("scenario.yaml", scenario), estate)), 1);
    }

    static MySqlServer server(Simulation simulation, String name) {
        return simulation.ports().find(MySqlServer.class, name).orElseThrow();
    }

    /** The application changes a row there. @return its transaction */
    static GtidSet written(Simulation simulation, String server, RowChange change) {
        Model model = simulation.model();
        Written written = model.change(() -> model.server(server).orElseThrow().write(Account.APPLICATION, model.now(),
                change));
        return switch (written) {
            case Written.Committed row -> row.gtid();
            case Written.Refused no -> throw new IllegalStateException(no.text());
            case Written.Silent no -> throw new IllegalStateException("No answer.");
        };
    }

    static Host host(Simulation simulation, String name) {
        return simulation.ports().find(Host.class, name).orElseThrow();
    }

    static Endpoint endpoint(Simulation simulation) {
        return simulation.ports().find(Endpoint.class, "orders-db").orElseThrow();
    }

    private static <T> T whole(Parsed<T> parsed) {
        assertThat(parsed.diagnostics()).isEmpty();
        return parsed.tree().orElseThrow();
    }

    /** All that runbooks can use, by path. */
    static SequencedMap<String, SourceFile.Library> libraries() {
        try (Stream<Path> files = Files.list(RUNBOOKS.resolve("common"))) {
            SequencedMap<String, SourceFile.Library> libraries = new LinkedHashMap<>();
            files.map(file -> "common/" + file.getFileName()).sorted().forEach(path -> libraries.put(path,
                    (SourceFile.Library) whole(RunbookSyntax.parse(source(path)))));
            return libraries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(String file) {
        try {
            return Source.read(file, Files.readAllBytes(RUNBOOKS.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
