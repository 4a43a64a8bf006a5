package dev.lifeboat.builtins.endpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file so that whoever reads it finds the old text or the new one, also after a crash; those who might read it still may. */
final class ReplacedFile {
    private ReplacedFile() {}

    static void write(Path file, String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path fresh = real.resolveSibling(real.getFileName() + ".new");
        Files.writeString(fresh, text);
        force(fresh, StandardOpenOption.WRITE);
        if (Files.exists(real)) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(real));
        }
        Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
        force(real.getParent(), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
