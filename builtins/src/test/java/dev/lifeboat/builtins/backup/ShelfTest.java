package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.store.ObjectStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding backups reads through them alone, whatever lies beside them. */
class ShelfTest {
    private static final Instant TWO = Instant.parse("2026-11-27T02:00:00Z");
    private static final int PARTS = 500;
    private final List<Object> listed = new ArrayList<>();
    private Shelf shelf;

    @BeforeEach
    void fill(@TempDir Path folder) {
        GivenBackups given = new GivenBackups(folder);
        given.in("san").take(GivenBackups.order(TWO));
        ObjectStore store = given.in("san").parts().store();
        for (int part = 0; part < PARTS; part++) {
            store.replace("shop/" + GivenBackups.UUID + "/binlog/binlog.000001/" + part + "/log", new byte[1]);
        }
        shelf = new Shelf(counted(store));
    }

    /** The store, which counts what it lists. */
    private ObjectStore counted(ObjectStore store) {
        return (ObjectStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{ObjectStore.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    if (answer instanceof List<?> list) {
                        listed.addAll(list);
                    }
                    return answer;
                });
    }

    @Test
    void theLogsBesideTheBackupsAreNotListed() {
        String id = GivenBackups.order(TWO).id();
        assertThat(shelf.manifests("shop")).extracting(Manifest::id).containsExactly(id);
        assertThat(shelf.strays("shop", TWO)).isEmpty();
        assertThat(shelf.verifications("shop")).isEmpty();
        assertThat(shelf.place(id)).isPresent();
        assertThat(listed).as("the server and the three objects of its backup, each time").hasSize(4 * (1 + 3));
    }
}
