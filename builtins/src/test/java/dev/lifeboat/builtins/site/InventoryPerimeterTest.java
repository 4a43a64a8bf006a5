package dev.lifeboat.builtins.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site whose routes are two files: who finds both of them gets in. The commands that shut it off remove them, one after the other. */
class InventoryPerimeterTest extends PerimeterContract implements GivenPerimeter {
    @TempDir
    private Path folder;
    private final Clock clock = new SystemClock();
    private boolean ready;

    @Override
    public GivenPerimeter given() {
        return this;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Perimeter perimeter() {
        if (!ready) {
            ready = true;
            restore();
        }
        return port("main");
    }

    @Override
    public Perimeter undeclared() {
        return port("dr");
    }

    private Perimeter port(String site) {
        Parsed<Inventory> read = InventoryReader.read(Source.of("inventory.yaml", """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "db1:3306", login: dba}, dr1: {address: "dr1:3306", login: dba, site: dr}}
                logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
                sites:
                  main:
                    fence: [{command: "rm -f %1$s/wan"}, {command: "rm -f %1$s/proxy"}]
                    unfence: [{command: "touch %1$s/wan"}, {command: "touch %1$s/proxy"}]
                    fenced:
                      command: "ls %1$s | grep -c -e wan -e proxy; true"
                      on: 0
                      off: 2
                """.formatted(folder)));
        assertThat(read.diagnostics()).isEmpty();
        Secrets secrets = new Secrets(folder, Map.of(), text -> Optional.empty(), warning -> {});
        return new RealPorts(read.tree().orElseThrow(), folder, secrets, clock).find(Perimeter.class, site)
                .orElseThrow();
    }

    private void restore() {
        write("wan");
        write("proxy");
    }

    private void write(String name) {
        try {
            Files.writeString(folder.resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isPassable() {
        return Files.exists(folder.resolve("wan")) || Files.exists(folder.resolve("proxy"));
    }

    /** One route is a folder with something in it now, which `rm -f` leaves. */
    @Override
    public void breakIt() {
        perimeter();
        try {
            Files.delete(folder.resolve("wan"));
            Files.createDirectories(folder.resolve("wan/x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void halfAFenceIsNeitherOnNorOff() throws IOException {
        Perimeter main = perimeter();
        Files.delete(folder.resolve("proxy"));

        assertThat(catchThrowableOfType(Failure.class, main::fenced))
                .hasMessageContaining("answered `1`, which is neither `0` (on) nor `2` (off).");
    }
}
