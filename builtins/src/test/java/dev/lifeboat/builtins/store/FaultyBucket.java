package dev.lifeboat.builtins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bucket behind a proxy that lets requests fail, and the same bucket without it. */
abstract class FaultyBucket {
    static final Path TEXTS = Path.of("src/test/resources/store");
    static final String DUMP = "shop/dump";
    private static final AtomicInteger TESTS = new AtomicInteger();
    static final LabBucket BUCKET = LabBucket.SHARED.get();
    final String prefix = "test" + TESTS.incrementAndGet() + "/";
    final ObjectStore sound = BUCKET.store(prefix);
    FaultProxy proxy;
    ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        proxy = FaultProxy.before(BUCKET.port());
        store = BUCKET.store(plan(), LabBucket.FEW_ATTEMPTS);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    final StorePlan.S3 plan() {
        return BUCKET.plan(proxy.port(), prefix);
    }

    /** Nothing of it may be there: neither the object, nor parts of it. */
    final void nothingIsLeft() {
        assertThat(sound.list("")).isEmpty();
        assertThat(parts(prefix)).isZero();
    }

    static long parts(String prefix) {
        return S3Clients.of(BUCKET.plan(BUCKET.port(), prefix), access -> BUCKET.keys(), S3Patience.USUAL)
                .listMultipartUploads(list -> list.bucket(LabBucket.BUCKET).prefix(prefix)).uploads().size();
    }

    final void says(String name, ThrowingCallable use) {
        says(name, catchThrowableOfType(Failure.class, use));
    }

    final void says(String name, Failure failure) {
        assertThat(failure).as(name).isNotNull();
        String text = failure.getMessage() + "\noutcome: " + failure.outcome() + "\nhint: " + failure.hint() + "\n"
                + String.join("\n", failure.evidence());
        Golden.check(TEXTS.resolve(name + ".fault"), ".failure",
                text.replace(":" + proxy.port(), ":PORT").replaceAll("(?m)^S3: .*", "S3: …")
                        .replaceAll("after \\d+ of", "after N of").strip() + "\n");
    }
}
