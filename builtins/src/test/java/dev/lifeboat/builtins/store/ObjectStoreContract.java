package dev.lifeboat.builtins.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of {@link ObjectStore} does. A subclass brings one that is empty, anew for each test. */
public abstract class ObjectStoreContract {
    private static final String DUMP = "shop/3e11fa47/full/shop-20261127T020000Z-db1/dump";

    /** The same one each time that a test asks. */
    protected abstract ObjectStore store();

    /** More than any buffer or part holds. */
    protected int big() {
        return 5_000_000;
    }

    private StoredObject stored(String object, byte[] content) {
        try (Upload upload = store().upload(object)) {
            upload.write(content, 0, content.length);
            return upload.complete();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private StoredObject stored(String object, String content) {
        return stored(object, content.getBytes(UTF_8));
    }

    private byte[] bytes(String object, long from) throws IOException {
        try (InputStream stream = store().read(object, from)) {
            return stream.readAllBytes();
        }
    }

    private String text(String object) throws IOException {
        return new String(bytes(object, 0), UTF_8);
    }

    private List<String> names(String prefix) {
        return store().list(prefix).stream().map(StoredObject::name).toList();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(4711).nextBytes(bytes);
        return bytes;
    }

    @Test
    void anEmptyStoreHasNothing() {
        assertThat(store().list("")).isEmpty();
        assertThat(store().list("shop/")).isEmpty();
        assertThat(store().find(DUMP)).isEmpty();
        assertThat(store().state().usable()).isTrue();
    }

    @Test
    void anObjectIsThereWhenItIsComplete() throws IOException {
        try (Upload upload = store().upload(DUMP)) {
            upload.write("whole".getBytes(UTF_8));
            assertThat(store().find(DUMP)).isEmpty();
            assertThat(store().list("")).isEmpty();
            StoredObject complete = upload.complete();
            assertThat(complete.name()).isEqualTo(DUMP);
            assertThat(complete.size()).isEqualTo(5);
            assertThat(text(DUMP)).isEqualTo("whole");
        }
        StoredObject found = store().find(DUMP).orElseThrow();
        assertThat(store().list("")).containsExactly(found);
        assertThat(found.size()).isEqualTo(5);
        assertThat(text(DUMP)).isEqualTo("whole");
    }

    @Test
    void closedBeforeItIsCompleteNothingIsLeft() throws IOException {
        for (int size : new int[]{0, 5, big()}) {
            try (Upload upload = store().upload(DUMP)) {
                upload.write(random(size));
            }
            assertThat(store().find(DUMP)).isEmpty();
            assertThat(store().list("")).isEmpty();
        }
    }

    @Test
    void theOldOneStaysUntilTheNewOneIsComplete() throws IOException {
        stored(DUMP, "old");
        try (Upload abandoned = store().upload(DUMP)) {
            abandoned.write("abandoned".getBytes(UTF_8));
        }
        assertThat(text(DUMP)).isEqualTo("old");
        try (Upload upload = store().upload(DUMP)) {
            upload.write("newer".getBytes(UTF_8));
            assertThat(text(DUMP)).isEqualTo("old");
            upload.complete();
        }
        assertThat(text(DUMP)).isEqualTo("newer");
    }

    @Test
    void nothingIsAnObjectToo() throws IOException {
        assertThat(stored(DUMP, "").size()).isZero();
        assertThat(store().find(DUMP)).map(StoredObject::size).contains(0L);
        assertThat(bytes(DUMP, 0)).isEmpty();
    }

    @Test
    void aBigOneComesBackByteForByte() throws IOException {
        byte[] content = random(big());
        assertThat(stored(DUMP, content).size()).isEqualTo(content.length);
        assertThat(Arrays.equals(bytes(DUMP, 0), content)).isTrue();
        for (int from : new int[]{1, content.length / 2, content.length - 1}) {
            assertThat(Arrays.equals(bytes(DUMP, from), Arrays.copyOfRange(content, from, content.length))).isTrue();
        }
    }

    @Test
    void itIsReadFromAnywhere() throws IOException {
        stored(DUMP, "0123456789");
        assertThat(bytes(DUMP, 4)).isEqualTo("456789".getBytes(UTF_8));
        assertThat(bytes(DUMP, 10)).as("its end").isEmpty();
        assertThat(bytes(DUMP, 11)).as("behind its end").isEmpty();
        try (InputStream stream = store().read(DUMP, 9)) {
            assertThat(stream.read()).isEqualTo('9');
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsNotThereCantBeRead() {
        stored(DUMP + "2", "another");
        for (String none : List.of(DUMP, "shop", "shop/3e11fa47")) {
            assertThatExceptionOfType(Failure.class).isThrownBy(() -> store().read(none, 0))
                    .withMessage("Store `" + store().name() + "` has no object `" + none + "`.");
            assertThat(store().find(none)).isEmpty();
        }
    }

    @Test
    void onlyTheFirstIsCreated() throws IOException {
        assertThat(store().create("shop/lock", "first".getBytes(UTF_8))).isTrue();
        assertThat(store().create("shop/lock", "second".getBytes(UTF_8))).isFalse();
        assertThat(store().create("shop/lock", "first".getBytes(UTF_8))).isFalse();
        assertThat(text("shop/lock")).isEqualTo("first");
    }

    @Test
    void ofManyAtOnceExactlyOneIsCreated() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 5; round++) {
                String object = "shop/lock" + round;
                List<Future<Boolean>> tries = threads.invokeAll(IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(i -> () -> store().create(object, ("by " + i).getBytes(UTF_8)))
                        .toList());
                List<Boolean> created = new ArrayList<>();
                for (Future<Boolean> one : tries) {
                    created.add(one.get());
                }
                assertThat(created).containsOnlyOnce(true);
                assertThat(text(object)).isEqualTo("by " + created.indexOf(true));
            }
        }
    }

    @Test
    void whoReadsWhileItIsReplacedSeesTheOldOrTheNew() throws Exception {
        store().replace("shop/beat", "0".repeat(1000).getBytes(UTF_8));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> writer = threads.submit(() -> IntStream.range(1, 10)
                    .forEach(i -> store().replace("shop/beat", String.valueOf(i).repeat(1000).getBytes(UTF_8))));
            while (!writer.isDone()) {
                assertThat(text("shop/beat")).matches("(\\d)\\1{999}");
            }
            writer.get();
        }
        assertThat(text("shop/beat")).startsWith("9").hasSize(1000);
    }

    @Test
    void theyAreListedByNameAndPrefix() {
        List<String> all = List.of("shop/a-b/x", "shop/a.b", "shop/a/x", "shop/a/y/z", "shop/a_b", "shop2/A",
                "shop2/a");
        all.reversed().forEach(object -> stored(object, object));

        assertThat(names("")).isEqualTo(all);
        assertThat(names("shop")).isEqualTo(all);
        assertThat(names("shop/")).isEqualTo(all.subList(0, 5));
        assertThat(names("shop/a")).isEqualTo(all.subList(0, 5));
        assertThat(names("shop/a/")).containsExactly("shop/a/x", "shop/a/y/z");
        assertThat(names("shop/a/x")).containsExactly("shop/a/x");
        assertThat(names("shop/b")).isEmpty();
        assertThat(names("none/")).isEmpty();
        assertThat(store().list("shop/a/y")).map(StoredObject::size).containsExactly(10L);
    }

    @Test
    void foldersAreSeenWithoutWhatIsInThem() {
        assertThat(store().folders("shop")).isEmpty();
        List.of("shop/b/y/z", "shop/b/x", "shop/a/x", "shop/file", "shop2/c/x")
                .forEach(object -> stored(object, object));

        assertThat(store().folders("shop")).containsExactly("a", "b");
        assertThat(store().folders("shop/b")).containsExactly("y");
        assertThat(store().folders("shop/a")).isEmpty();
        assertThat(store().folders("shop/file")).isEmpty();
        assertThat(store().folders("none")).isEmpty();
        store().delete("shop/a/x");
        assertThat(store().folders("shop")).containsExactly("b");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> store().folders("../"));
    }

    @Test
    void whatIsDeletedIsGoneAndNothingElse() throws IOException {
        stored(DUMP, "dump");
        stored(DUMP + "2", "another");
        store().delete(DUMP);
        assertThat(names("")).containsExactly(DUMP + "2");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> store().read(DUMP, 0));
        store().delete(DUMP);
        store().delete("shop");
        store().delete("nothing/at/all");
        assertThat(text(DUMP + "2")).isEqualTo("another");
        stored(DUMP, "again");
        assertThat(text(DUMP)).isEqualTo("again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../outside", "shop/../../outside", "shop//dump", "shop/", "shop/./dump",
            "~uploads/x", "shop/dump\u0000", "shop\\dump", "shop/a b", "shop/d\u00fcmp", "shop/\u001b[2J",
            "shop/$(id)"})
    void aNameThatLeadsElsewhereIsRefused(String name) {
        for (Runnable use : List.<Runnable>of(() -> store().upload(name), () -> store().create(name, new byte[1]),
                () -> store().replace(name, new byte[1]), () -> store().read(name, 0), () -> store().find(name),
                () -> store().delete(name))) {
            assertThatExceptionOfType(Failure.class).isThrownBy(use::run)
                    .withMessageMatching("Nothing in a store may be called `\\p{Print}*`\\.");
        }
        assertThat(store().list("")).isEmpty();
    }

    @Test
    void aNameIsNotEmptyAndNotTooLong() {
        for (String name : List.of("", "a".repeat(201), "a/".repeat(400) + "a")) {
            assertThatExceptionOfType(Failure.class).isThrownBy(() -> store().create(name, new byte[1]));
        }
        String longest = "a".repeat(200) + "/" + "b".repeat(200) + "/" + "c".repeat(200);
        assertThat(store().create(longest, new byte[1])).isTrue();
        assertThat(names("")).containsExactly(longest);
    }

    @Test
    void aPrefixThatLeadsElsewhereIsRefused() {
        for (String prefix : List.of("../", "/", "shop/../", "~uploads", "*")) {
            assertThatExceptionOfType(Failure.class).isThrownBy(() -> store().list(prefix));
        }
    }
}
