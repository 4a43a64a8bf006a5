package dev.lifeboat.cli.keys;

import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file with the keys of backups: its owner alone can read it, and it is never written in the place of another one, whose keys might be needed. */
@RealWorld
public record KeysetFile(Path path) {

    public void create(SealKeys keys) {
        try (var channel = Files.newByteChannel(path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.US_ASCII.encode(keys.text() + "\n"));
        } catch (FileAlreadyExistsException there) {
            throw new UsageProblem("There is a file `" + path
                    + "` already, which stays as it is: without the keys in it there may be backups that nobody opens. "
                    + "Name another file.");
        } catch (IOException e) {
            throw new UsageProblem("`" + path + "` can't be written: " + e.getClass().getSimpleName() + ".");
        }
    }

    public SealKeys read() {
        try {
            return SealKeys.parse(Files.readString(path), "file `" + path + "`");
        } catch (IOException e) {
            throw new UsageProblem("`" + path + "` can't be read: " + e.getClass().getSimpleName() + ".");
        }
    }
}
