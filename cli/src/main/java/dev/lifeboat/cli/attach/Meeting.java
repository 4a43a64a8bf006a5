package dev.lifeboat.cli.attach;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a run can be met: a socket beside its journal. The system allows such a path some hundred bytes; where it is longer, what lies beside the journal is a link to a short one. */
record Meeting(Path journal) {
    /** Linux has 108 bytes for a path, the last of them 0; other systems have a few less. */
    private static final int LONGEST = 100;

    private Path beside() {
        return journal.toAbsolutePath().resolveSibling(journal.getFileName() + ".socket");
    }

    /** Where a socket is to be made; what a process that is gone has left there is taken away. */
    Path made() throws IOException {
        Path beside = beside();
        if (Files.isSymbolicLink(beside)) {
            Files.deleteIfExists(Files.readSymbolicLink(beside));
        }
        Files.deleteIfExists(beside);
        if (isShort(beside)) {
            return beside;
        }
        Path folder = Files.createTempDirectory("lifeboat",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path elsewhere = folder.resolve("run.socket");
        Files.createSymbolicLink(beside, elsewhere);
        return elsewhere;
    }

    /** @throws Failure where the run can't be met */
    Path found() {
        try {
            Path beside = beside();
            return Files.isSymbolicLink(beside) ? Files.readSymbolicLink(beside) : beside.toRealPath();
        } catch (IOException e) {
            throw Failure.of("The run of `" + journal + "` goes on, and can't be attached to: there is no `" + beside()
                    + "`.").because(e);
        }
    }

    void end(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        if (Files.isSymbolicLink(beside())) {
            Files.deleteIfExists(beside());
            Files.deleteIfExists(socket.getParent());
        }
    }

    private static boolean isShort(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
