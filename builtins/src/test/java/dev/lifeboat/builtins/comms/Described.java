package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Channels as an inventory describes them. */
final class Described {
    static final String SECRET = "s3cr3t/T0ken+42";

    private Described() {}

    /** @param secret what `{env: SECRET}` holds */
    static Channel channel(String plan, String secret, Path folder, Clock clock) {
        Inventory inventory = inventory("environment: lab\nchannels:\n  it: " + plan + "\n");
        Secrets secrets = new Secrets(folder, Map.of("SECRET", secret), text -> Optional.empty(), warning -> {});
        return Channels.of(inventory, folder, secrets, clock, new ConsoleChannel(text -> {})).get("it");
    }

    static Inventory inventory(String yaml) {
        Parsed<Inventory> parsed = InventoryReader.read(Source.of("test.yaml", yaml));
        assertThat(parsed.diagnostics()).isEmpty();
        return parsed.tree().orElseThrow();
    }
}
