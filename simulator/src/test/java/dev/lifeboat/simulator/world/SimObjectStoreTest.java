package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.ObjectStoreContract;
import dev.lifeboat.builtins.store.Upload;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Depot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contract of all stores, on one of the model; and what a scenario lets happen to it. */
class SimObjectStoreTest extends ObjectStoreContract {
    private static final byte[] MEGABYTE = new byte[1_000_000];
    private final Simulation simulation = Stories.play("start_run: 5s");
    private final SimWorld world = SimWorld.of(Stories.example(), Stories.told("size: 24GB"), simulation.model(),
            new Spending(simulation.clock(), simulation.model().chance()));
    private final ObjectStore store = of(world.meanwhile());

    private static ObjectStore of(SimWorld world) {
        return new SimBackups(world, IdentityGuard.NONE, world.spending().clock(), quiet -> {}).objects("san");
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    private void change(Consumer<Depot> change) {
        change.accept(simulation.model().storage().depot("san").orElseThrow());
    }

    @Test
    void whereItRefusesNothingIsDoneAndNothingIsLost() throws IOException {
        store.create("shop/a", MEGABYTE);
        change(depot -> depot.refusing(true));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> store.read("shop/a", 0))
                .withMessage("Could not read `shop/a` in store `san`: It answers 503, Slow Down.");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> store.upload("shop/b"));
        assertThat(store.state().usable()).isFalse();
        change(depot -> depot.refusing(false));
        assertThat(store.read("shop/a", 0).readAllBytes()).hasSameSizeAs(MEGABYTE);
        assertThat(store.find("shop/b")).isEmpty();
    }

    @Test
    void whereItIsFullAnUploadLeavesNothing() throws IOException {
        try (Upload upload = store.upload("shop/a")) {
            upload.write(MEGABYTE);
            change(depot -> depot.full(true));
            assertThatExceptionOfType(Failure.class).isThrownBy(() -> upload.write(MEGABYTE))
                    .withMessageContaining("there is no room left");
        }
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void aDumpTakesTheTimeOfWhatItStandsFor() throws IOException {
        ObjectStore real = of(world);
        Instant before = simulation.clock().now();
        try (Upload upload = real.upload("shop/x/full/y/dump")) {
            upload.write(new byte[24_000]);
            upload.complete();
        }
        assertThat(Duration.between(before, simulation.clock().now())).isBetween(Duration.ofSeconds(100),
                Duration.ofSeconds(130));
    }
}
