package dev.lifeboat.builtins.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.LocalHost;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A value in a command is one argument, whatever is in it: by a real shell, in the way that a run takes. */
class HostileArgumentsTest {
    private final OneStep echo = new OneStep(new ThisMachine(),
            "let said = host.read(host(\"here\"), \"printf '<%s>' ${value}\")");

    @Test
    void anArgumentArrivesAsItIs() {
        for (String text : HostileText.texts(7, 250)) {
            assertThat(echo.with(text)).as(text).containsEntry("said", new Value.Text("<" + text + ">"));
        }
    }

    @Test
    void aLongArgumentArrivesWholeAndOneThatNoSystemTakesIsRefused() {
        String kilobytes = "it's ".repeat(8_000);
        assertThat(echo.with(kilobytes)).containsEntry("said", new Value.Text("<" + kilobytes + ">"));
        assertThat(failure("x".repeat(1 << 20))).contains("longer than 128 KiB").hasSizeLessThan(400);
    }

    @Test
    void whatNoArgumentCanHoldIsRefused() {
        assertThat(failure("a\0b")).contains("`${value}` can't be an argument of a command: it holds a NUL character");
        assertThat(failure("a\ud83d")).contains("half of a character");
    }

    private String failure(String value) {
        Map<String, Value> outcome = echo.with(value);
        assertThat(outcome).doesNotContainKey("said").containsKey("failure");
        return ((Value.Text) outcome.get("failure")).value();
    }

    private record ThisMachine() implements Ports {
        @Override
        public <P> Optional<P> find(Class<P> kind, String name) {
            return Optional.of(kind.cast(new LocalHost(name,
                    new Inventory.Host(Optional.empty(), new LinkedHashMap<>(), Optional.empty()), new SystemClock())))
                    .filter(host -> kind == Host.class);
        }

        @Override
        public void whenNotModelled(Consumer<String> listener) {}
    }
}
