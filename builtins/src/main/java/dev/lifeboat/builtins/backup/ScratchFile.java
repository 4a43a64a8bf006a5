package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file for one of MySQL's own programs: only its owner can read it, its name says which process made it, and it is gone when this is closed. */
@RealWorld
record ScratchFile(Path path) implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static ScratchFile create(String ending) throws IOException {
        return new ScratchFile(Files.createTempFile(beginning(), ending, OWNER_ONLY));
    }

    /** With which the names of all files of this process begin. */
    static String beginning() {
        return "lifeboat-" + ProcessHandle.current().pid() + "-";
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
