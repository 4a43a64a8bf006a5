package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.IoProblem;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.util.Optional;

/**
 * A drive by the commands of the inventory, and the label of the tape in it: what the inventory's command writes, else the first line of a file on the tape, else the name that LTFS gives the volume.
 *
 * @param store as the inventory calls it
 */
@RealWorld
public record TapeDrive(String store, StorePlan.Tape plan, Path folder, ShellCommand shell) {
    /** A library has to fetch the tape, and a drive to find its beginning. */
    private static final Duration TO_MOUNT = Duration.ofMinutes(15);
    private static final Duration TO_LOOK = Duration.ofMinutes(2);
    private static final String OBJECTS = "lifeboat";
    private static final String VOLUME = "ltfs.volumeName";

    /** Empty where none is in. */
    Optional<String> label() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            return plan.readLabel().isPresent() ? byCommand(plan.readLabel().get()) : byFile().or(this::byVolume);
        } catch (IOException e) {
            throw Failure.of("Which tape is in for store `" + store + "` can't be read from `" + folder + "`: "
                    + IoProblem.text(e) + ".").because(e).hint("Look after the drive and its file system.");
        }
    }

    private Optional<String> byCommand(String command) {
        Output output = shell.run(command, "", TO_LOOK, false);
        return output.exit() == 0
                ? Optional.of(output.text().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private Optional<String> byFile() throws IOException {
        try (var lines = Files.lines(folder.resolve(plan.labelFile()))) {
            return lines.findFirst().map(String::strip);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private Optional<String> byVolume() {
        try {
            UserDefinedFileAttributeView attributes = Files.getFileAttributeView(folder,
                    UserDefinedFileAttributeView.class);
            ByteBuffer name = ByteBuffer.allocate(attributes.size(VOLUME));
            attributes.read(VOLUME, name);
            return Optional.of(new String(name.array(), StandardCharsets.UTF_8).strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException | UnsupportedOperationException noSuchAttribute) {
            return Optional.empty();
        }
    }

    /** Where the objects lie, beside the label; on a new tape it is made. */
    Path objects() {
        Path objects = folder.resolve(OBJECTS);
        try {
            new Folders(folder).make(objects);
            return objects;
        } catch (IOException e) {
            throw Failure.of("Nothing can be written to the tape of store `" + store + "`: " + IoProblem.text(e) + ".")
                    .because(e).hint("Look whether it is write-protected.");
        }
    }

    void mount() {
        plan.mount().ifPresent(command -> run(command, "mounted"));
    }

    void unmount() {
        plan.unmount().ifPresent(command -> run(command, "unmounted"));
    }

    private void run(String command, String what) {
        Output output = shell.run(command, "", TO_MOUNT, true);
        if (output.exit() != 0) {
            throw Failure.of("The tape of store `" + store + "` can't be " + what + ": `" + command
                    + "` ended with status " + output.exit() + ".").evidence(output.text().lines().toList())
                    .hint("Look whether a tape is in the drive, and whether the command works by hand.");
        }
    }

    Failure empty() {
        return Failure.of("No tape is in for store `" + store + "`: `" + folder + "` has no file `" + plan.labelFile()
                + "`, and is no volume of LTFS with a name.").hint("Put in one that is called `" + plan.label()
                        + "` and mount it there; a new tape is called so by a first line in that file.");
    }

    Failure wrong(String label) {
        return Failure
                .of("The wrong tape is in for store `" + store + "`: it is `" + label.replaceAll("\\P{Print}", "?")
                        + "`, expected `" + plan.label() + "`. Nothing was read from it or written to it.")
                .hint("Put in the right one; or change `label` of the store in the inventory.");
    }
}
