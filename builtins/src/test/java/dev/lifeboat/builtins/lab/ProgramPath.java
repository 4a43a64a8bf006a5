package dev.lifeboat.builtins.lab;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The folders in which this machine looks for programs, and those for servers, which a user's path may leave out. */
final class ProgramPath {
    private ProgramPath() {}

    /** The programs of that name, the one that would be run first. */
    static Stream<Path> all(String name) {
        var folders = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(folders, Stream.of("/usr/sbin", "/usr/local/sbin")).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable);
    }
}
