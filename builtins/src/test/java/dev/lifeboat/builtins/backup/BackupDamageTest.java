package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each damage that a stored backup can have is found by reading it, and told apart from the others. */
class BackupDamageTest {
    private static final Path TOLD = Path.of("src/test/resources/backup/damage.txt");
    private static final Instant TWO = Instant.parse("2026-11-27T02:00:00Z");
    private static final String ID = GivenBackups.order(TWO).id();
    private static final String OTHER = GivenBackups.order(TWO.plus(Duration.ofDays(1))).id();
    @TempDir
    private Path folder;
    private GivenBackups given;
    private final StringBuilder told = new StringBuilder();

    @FunctionalInterface
    private interface Planted {
        void plant() throws IOException;
    }

    @BeforeEach
    void begin() throws IOException {
        given = new GivenBackups(folder);
        // More than what is sealed in one piece.
        given.dump = IntStream.range(0, 40_000).mapToObj(row -> "(" + row + ",'" + row * 7_919L * row + "')")
                .collect(Collectors.joining(",",
                        GivenBackups.DUMP.replace("-- Dump completed on 2026-11-27  2:00:05\n", "")
                                + "CREATE TABLE `items` (`id` int);\nINSERT INTO `items` VALUES ",
                        ";\n"
                                + "-- Dump completed on 2026-11-27  2:00:05\n"));
        given.in("san").take(GivenBackups.order(TWO));
        given.dump = given.dump.replace(":1-5'", ":1-9'");
        given.in("san").take(GivenBackups.order(TWO.plus(Duration.ofDays(1))));
    }

    private Path file(String id, String name) {
        return given.folder("san").resolve("shop/" + GivenBackups.UUID + "/full/" + id + "/" + name);
    }

    @Test
    void eachIsFoundAndSaysWhatToDo() throws IOException {
        tell("a bit flipped in the data", () -> flip(file(ID, "dump")));
        tell("a bit flipped in the sealed manifest", () -> flip(file(ID, "manifest.sealed")));
        tell("the manifest damaged", () -> Files.writeString(file(ID, "manifest.json"), "{\"id\": "));
        tell("the data cut off", () -> cut(file(ID, "dump"), 1000));
        tell("the data grown", () -> Files.write(file(ID, "dump"), new byte[7],
                java.nio.file.StandardOpenOption.APPEND));
        tell("the data missing", () -> Files.delete(file(ID, "dump")));
        tell("the manifest missing", () -> Files.delete(file(ID, "manifest.json")));
        tell("the sealed manifest missing", () -> Files.delete(file(ID, "manifest.sealed")));
        tell("the data of another backup", () -> replace(file(ID, "dump"), file(OTHER, "dump")));
        tell("the manifest of another backup", () -> replace(file(ID, "manifest.json"), file(OTHER, "manifest.json")));
        tell("the sealed manifest of another backup",
                () -> replace(file(ID, "manifest.sealed"), file(OTHER, "manifest.sealed")));
        tell("all files of another backup", () -> {
            for (String name : new String[]{"dump", "manifest.json", "manifest.sealed"}) {
                replace(file(ID, name), file(OTHER, name));
            }
        });
        tell("all files of another backup, with the name put right", () -> {
            for (String name : new String[]{"dump", "manifest.json", "manifest.sealed"}) {
                replace(file(ID, name), file(OTHER, name));
            }
            edit(OTHER, ID);
        });
        tell("a manifest that lies about its rows", () -> edit("\"rows\" : 3", "\"rows\" : 4"));
        tell("a manifest that lies about its transactions", () -> edit(":1-5", ":1-7"));
        tell("the key lost", () -> given.key("san", other()));
        tell("another key of the same number", this::wrongKey);
        Golden.compare(TOLD, told.toString());
    }

    @Test
    void anyCutIsFound() throws IOException {
        byte[] whole = Files.readAllBytes(file(ID, "dump"));
        for (int i = 0; i < 20; i++) {
            Files.write(file(ID, "dump"), Arrays.copyOf(whole, (int) ((long) whole.length * i / 20)));
            assertThat(given.in("san").verify(ID).complaint()).as("cut at %d/20", i)
                    .startsWith("Backup `" + ID + "` in store `san` was cut off: its data are ");
        }
    }

    /** What was sealed with its manifest is as true as whoever took it; it is compared nevertheless. */
    @Test
    void whatIsSealedAndNotTrueIsFoundAsWell() throws IOException {
        lie("an empty dump that ends well", GivenBackups.DUMP.lines().filter(line -> !line.contains("`"))
                .collect(Collectors.joining("\n", "", "\n")));
        lie("a row too few", GivenBackups.DUMP.replace(",(3)", ""));
        lie("another position", GivenBackups.DUMP.replace("157", "158"));
        lie("no end", GivenBackups.DUMP.lines().filter(line -> !line.startsWith("-- Dump"))
                .collect(Collectors.joining("\n", "", "\n")));
        lie("other texts", GivenBackups.DUMP.replace("(1)", "(11)"));
        Golden.compare(TOLD.resolveSibling("sealed-lies.txt"), told.toString());
    }

    private void lie(String what, String dump) throws IOException {
        var parts = given.in("san").parts();
        var place = new BackupPlace("shop", GivenBackups.UUID, ID);
        Manifest honest = given.in("san").manifest(ID).orElseThrow();
        Measured object;
        try (var upload = parts.store().upload(place.dump())) {
            object = new Measured(upload);
            try (var plain = parts.seal().seal(object, place.dump())) {
                plain.write(dump.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            upload.complete();
        }
        Manifest lying = new Manifest(honest.id(), honest.store(), honest.cluster(), honest.server(),
                honest.serverUuid(), honest.epoch(), honest.began(), honest.ended(),
                dev.lifeboat.builtins.mysql.GtidSet.parse(GivenBackups.UUID + ":1-5"), "binlog.000002", 157,
                honest.serverVersion(), honest.tool(),
                new dev.lifeboat.interpreter.value.Value.Size(GivenBackups.DUMP.length()),
                new dev.lifeboat.interpreter.value.Value.Size(object.size()), object.hash(), honest.key(),
                java.util.List.of(new Manifest.TableRows("shop.orders", 3)));
        byte[] text = BackupText.of(lying);
        parts.store().replace(place.manifest(), text);
        try (var upload = parts.store().upload(place.sealed())) {
            try (var plain = parts.seal().seal(upload, place.sealed())) {
                plain.write(text);
            }
            upload.complete();
        }
        note(what);
    }

    private void tell(String what, Planted damage) throws IOException {
        Path saved = folder.resolve("saved");
        copy(given.folder("san"), saved);
        SealKeys before = given.key("san");
        damage.plant();
        note(what);
        given.key("san", before);
        try (Stream<Path> files = Files.walk(given.folder("san"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        copy(saved, given.folder("san"));
        assertThat(given.in("san").verify(ID).sound()).as("put back after: " + what).isTrue();
    }

    private void note(String what) {
        Verification found = given.in("san").verify(ID);
        assertThat(found.sound()).as(what).isFalse();
        told.append("# ").append(what).append('\n').append(masked(found.complaint())).append("\nadvice: ")
                .append(masked(found.advice())).append("\n\n");
    }

    private String masked(String text) {
        String key = given.in("san").manifests("shop").stream().map(Manifest::key).findFirst().orElse("?");
        return text.replace(key, "KEY").replace(given.key("san").primary(), "OTHER KEY")
                .replace(GivenBackups.UUID, "UUID").replaceAll("\\d{4,} bytes", "… bytes")
                .replaceAll("were \\d{4,}", "were …");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void replace(Path file, Path by) throws IOException {
        Files.copy(by, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }

    private static void cut(Path file, int bytes) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - bytes));
    }

    private void edit(String from, String to) throws IOException {
        Path file = file(ID, "manifest.json");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static SealKeys other() {
        return SealKeys.parse(SealKeys.create().text(), "secret `backup`");
    }

    /** As somebody might make one who has lost the key and knows its number. */
    private void wrongKey() {
        SealKeys other = other();
        given.key("san", SealKeys.parse(other.text().replace(other.primary(), given.key("san").primary()),
                "secret `backup`"));
    }
}
