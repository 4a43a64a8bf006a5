package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.fakes.FakeCall;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.failover.MySqlChanges;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who knows nothing of the run that restores, and takes the spare for a server like others. */
final class Onlooker implements AutoCloseable {
    private final Inventory inventory;
    private final RealPorts ports;

    Onlooker(Path file) throws IOException {
        String text = Files.readString(file).replace("    spares:\n", "");
        inventory = InventoryReader.read(Source.of("inventory.yaml", text)).tree().orElseThrow();
        ports = new RealPorts(inventory, file.getParent(),
                new Secrets(file.getParent(), Map.of(), prompt -> Optional.empty(), warning -> {}), new SystemClock());
    }

    Restoration.Phase phase() {
        return ports.find(Restoration.class, "new1").orElseThrow().state().phase();
    }

    /** It can neither be promoted nor follow anybody. */
    void assertRefused() {
        MySqlChanges words = new MySqlChanges(inventory);
        assertThatThrownBy(() -> words.promote(elected(), server("new1"))).hasMessageContaining("It is half restored");
        assertThatThrownBy(() -> words.repoint(call(), server("new1"), server("db1")))
                .hasMessageContaining("It is half restored");
    }

    /** As if all had been done that a promotion asks for. */
    private FakeCall elected() {
        FakeCall call = call().knows("candidate", "new1").knows("fence", "sql");
        call.facts.put("drained", new Value.Listing(List.of(new Value.Text("new1"))));
        call.facts.put("loss", new Value.Span(Duration.ZERO));
        call.facts.put("accepted_loss", new Value.Span(Duration.ZERO));
        call.approved = true;
        return call;
    }

    private FakeCall call() {
        return new FakeCall().with(CorruptedShop.SERVERS.stream().map(this::server).toArray());
    }

    private MySqlServer server(String name) {
        return ports.find(MySqlServer.class, name).orElseThrow();
    }

    @Override
    public void close() {
        ports.close();
    }
}
