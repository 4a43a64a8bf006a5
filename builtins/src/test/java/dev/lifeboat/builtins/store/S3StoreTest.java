package dev.lifeboat.builtins.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a bucket of S3Proxy, each test below a prefix of its own. */
class S3StoreTest extends ObjectStoreContract {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static LabBucket bucket;
    private final ObjectStore store = bucket.store("test" + TESTS.incrementAndGet() + "/");

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        bucket = LabBucket.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        bucket.stop();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    /** Two parts and a bit. */
    @Override
    protected int big() {
        return 2 * S3Upload.PART + 4711;
    }

    @Test
    void aPartThatIsJustFullIsNoPartOfItsOwn() throws IOException {
        for (int size : new int[]{S3Upload.PART, 2 * S3Upload.PART}) {
            try (Upload upload = store.upload("shop/dump")) {
                upload.write(new byte[size]);
                assertThat(upload.complete().size()).isEqualTo(size);
            }
        }
    }
}
