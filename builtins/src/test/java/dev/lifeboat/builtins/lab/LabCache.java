package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** The folder of the user that keeps what is dear to get: {@code ${XDG_CACHE_HOME:-~/.cache}/lifeboat}. */
final class LabCache {
    private LabCache() {}

    /** By the variables that the scripts go by; a JVM's {@code user.home} may be another than {@code HOME}. */
    static Path folder() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var parent = cache == null || cache.isEmpty() ? Path.of(System.getenv("HOME"), ".cache") : Path.of(cache);
        return parent.resolve("lifeboat");
    }

    /**
     * The cached folder of that name, filled at its first use by the maker, which is given an empty folder beside it. It is
     * there either as a whole or not at all, also when several builds want it at once.
     */
    static synchronized Path folder(String name, Consumer<Path> maker) {
        var target = folder().resolve(name);
        try {
            Files.createDirectories(target.getParent());
            try (var lock = FileChannel.open(Path.of(target + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var held = lock.lock()) {
                if (held.isValid() && !Files.exists(target)) {
                    var unfinished = Files.createTempDirectory(target.getParent(), "unfinished-");
                    try {
                        maker.accept(unfinished);
                        Files.move(unfinished, target);
                    } finally {
                        Command.of("rm", "-rf", unfinished.toString()).output();
                    }
                }
            }
            return target;
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
