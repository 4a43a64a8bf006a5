package dev.lifeboat.cli;

import dev.lifeboat.builtins.RealStores;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.cli.mirror.Mirrored;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.IoProblem;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.journal.JournalReading;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat journal fetch`: the copy of a journal whose machine is lost. */
final class JournalFetch implements Command {
    private final Arguments arguments = Arguments.of(this, "fetch",
            "Fetches the copy of a run's journal from the store that `journal: {mirror: …}` of the inventory names.",
            "",
            "It is copied while the run goes on, so that its last records may be missing in it: look on the servers what was done after them before `lifeboat resume` carries it on.");
    private final Argument<String> store = arguments.word("STORE", "The store, as the inventory calls it.");
    private final Argument<String> run = arguments.optionalWord("RUN",
            "The run's id; of several copies of it that of whoever had it last. Default: lists what is there.");
    private final Argument<Path> inventory = arguments.required("--inventory", "FILE", Path.class,
            "What there is and who is there.");
    private final Argument<Path> to = arguments.option("--to", "FILE", Path.class,
            "Where to write it; the file must not be there yet. Default: where `lifeboat runs` finds it.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        ObjectStore objects = store();
        Output output = Output.of(spec());
        if (run.value() == null) {
            Mirrored.copies(objects).forEach(output.out()::println);
        } else {
            output.out().println(fetched(objects, run.value()));
        }
        output.out().flush();
        return ExitStatus.OK;
    }

    private ObjectStore store() {
        InventoryFile file = InventoryFile.read(inventory.value());
        Secrets secrets = new Secrets(file.folder(), System.getenv(), text -> Optional.empty(), warning -> {});
        return new RealStores(file.inventory(), file.folder(), secrets, new SystemClock()).objects(store.value())
                .orElseThrow(() -> new UsageProblem("Inventory `" + inventory.value() + "` has no store `"
                        + store.value() + "`; it has "
                        + String.join(", ", file.inventory().stores().sequencedKeySet()) + "."));
    }

    private String fetched(ObjectStore objects, String id) {
        String copy = Mirrored.newest(objects, id).orElseThrow(() -> new UsageProblem("Store `" + store.value()
                + "` has no journal of a run `" + id + "`. Without a run, this command lists those that it has."));
        Path path = RunsFolder.journal(Optional.ofNullable(to.value()), id);
        write(objects, copy, path);
        JournalReading journal = JournalReader.read(path);
        String last = journal.records().isEmpty()
                ? ""
                : " Its last record is of " + journal.records().getLast().at() + ".";
        return journal.describe() + last;
    }

    /** Readable by its owner alone, and never over another. */
    private static void write(ObjectStore objects, String copy, Path path) {
        try (InputStream stream = objects.read(Mirrored.object(copy), 0); OutputStream file = created(path)) {
            stream.transferTo(file);
        } catch (FileAlreadyExistsException e) {
            throw Failure.of("There is a journal at `" + path + "` already.").because(e)
                    .hint("It may be the original, which has more; name another place with `--to`.");
        } catch (IOException e) {
            throw Failure.of("The journal `" + path + "` can't be written: " + IoProblem.text(e) + ".").because(e);
        }
    }

    private static OutputStream created(Path path) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }
}
