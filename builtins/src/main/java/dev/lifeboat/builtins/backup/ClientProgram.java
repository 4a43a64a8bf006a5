package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of MySQL's own programs, such as {@code mysql} or {@code mysqldump}, where this machine has it. */
@RealWorld
public final class ClientProgram {
    /** The folder in which they are looked for before the path. */
    public static final String FOLDER = "LIFEBOAT_MYSQL_BIN";

    private ClientProgram() {}

    /** @throws Failure where this machine has none */
    public static String find(String name) {
        return folders().map(folder -> folder.resolve(name)).filter(Files::isExecutable).map(Path::toString).findFirst()
                .orElseThrow(() -> Failure.of("MySQL's program `" + name + "` was not found on this machine.")
                        .hint("Install MySQL's client programs, of the servers' series or newer, or name their folder in `"
                                + FOLDER + "`."));
    }

    private static Stream<Path> folders() {
        Stream<String> named = Optional.ofNullable(System.getenv(FOLDER)).filter(text -> !text.isBlank()).stream();
        Stream<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream();
        return Stream.concat(named, path).filter(text -> !text.isBlank()).map(Path::of);
    }
}
