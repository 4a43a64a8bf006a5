package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of MySQL's own programs, such as {@code mysql} or {@code mysqldump}, where this machine has it. */
@RealWorld
public final class ClientProgram {
    /** The folder in which they are looked for before the path: a variable of the environment, or a property of the JVM. */
    public static final String FOLDER = "LIFEBOAT_MYSQL_BIN";

    private static final String DUMPS = "mysqldump";
    private static final String LOADS = "mysql";
    private static final String READS_LOGS = "mysqlbinlog";
    /** By the words that run them on this machine. */
    private static final Map<String, List<String>> RUN_BY = Map.of("backup.full", List.of(DUMPS), "backup.restore",
            List.of(LOADS), "backup.rehearse", List.of(LOADS), "backup.apply_binlogs", List.of(READS_LOGS, LOADS),
            "backup.top_up", List.of(READS_LOGS, LOADS));

    private ClientProgram() {}

    /** Those that some words run: {@code backup.full}. */
    public static SequencedSet<String> of(Stream<String> words) {
        return words.flatMap(word -> RUN_BY.getOrDefault(word, List.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of which MySQL it is: {@code 9.7.4}. @throws Failure where this machine has none, or another maker's */
    public static String version(String name) {
        return ClientVersion.of(name).number().toString();
    }

    /** @throws Failure where this machine has none */
    public static String find(String name) {
        return folders().map(folder -> folder.resolve(name)).filter(Files::isExecutable).map(Path::toString).findFirst()
                .orElseThrow(() -> Failure.of("MySQL's program `" + name + "` was not found on this machine.")
                        .hint("Install MySQL's client programs, of the servers' series or newer, or name their folder in `"
                                + FOLDER + "`."));
    }

    private static Stream<Path> folders() {
        Stream<String> named = Stream.of(System.getenv(FOLDER), System.getProperty(FOLDER)).filter(Objects::nonNull);
        Stream<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream();
        return Stream.concat(named, path).filter(text -> !text.isBlank()).map(Path::of);
    }
}
