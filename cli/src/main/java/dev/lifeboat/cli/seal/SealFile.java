package dev.lifeboat.cli.seal;

import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a seal lies: {@code primary-failure.seal} beside {@code primary-failure.runbook}. */
public record SealFile(Path path) {

    public static SealFile beside(Path runbook) {
        return new SealFile(
                runbook.resolveSibling(runbook.getFileName().toString().replaceFirst("\\.runbook$", "") + ".seal"));
    }

    public boolean isThere() {
        return Files.isRegularFile(path);
    }

    /** Empty where what is there is no seal. */
    public Optional<Seal> read() {
        try {
            return Seal.read(Files.readString(path));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    public void write(Seal seal) {
        try {
            if (!isThere()) {
                Files.createFile(path);
            }
            TextFile.replace(path, seal.write());
        } catch (IOException e) {
            throw new UsageProblem("The seal `" + path + "` can't be written: " + e.getClass().getSimpleName() + ".");
        }
    }
}
