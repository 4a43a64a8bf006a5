package dev.lifeboat.cli;

import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.keys.KeysetFile;
import dev.lifeboat.interpreter.journal.RecordJson;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat backup-key`: the keys that backups are sealed with. */
final class BackupKeyCommand extends CommandGroup {
    private static final String KEEP = "Keep a copy of it outside of the estate: whoever loses it loses all backups that it has sealed.";

    BackupKeyCommand() {
        super("backup-key", "Makes the keys that backups are sealed with, replaces them, or lists them.",
                List.of(new New(), new Rotate(), new Listed()));
    }

    private static Argument<Path> to(Arguments arguments) {
        return arguments.option("--to", "FILE", Path.class,
                "A new file, which you alone can read. Without it the keyset is printed.");
    }

    private static void hand(SealKeys keys, Path file, CommandSpec spec) {
        Output output = Output.of(spec);
        if (file == null) {
            output.out().println(keys.text());
            output.out().flush();
        } else {
            new KeysetFile(file).create(keys);
        }
        output.err().println(
                (file == null ? "This" : "In `" + file + "`") + " is the secret that a store names as its `key:`. "
                        + KEEP);
        output.err().flush();
    }

    /** `lifeboat backup-key new`: for a store that has none yet. */
    private static final class New implements Command {
        private final Arguments arguments = Arguments.of(this, "new", "Makes a keyset with one key.");
        private final Argument<Path> to = to(arguments);

        @Override
        public CommandSpec spec() {
            return arguments.spec();
        }

        @Override
        public Integer call() {
            hand(SealKeys.create(), to.value(), spec());
            return ExitStatus.OK;
        }
    }

    /** `lifeboat backup-key rotate`: the keys that there were stay in it. */
    private static final class Rotate implements Command {
        private final Arguments arguments = Arguments.of(this, "rotate",
                "Adds a key to a keyset: new backups are sealed with it, those that there are open as before.", "",
                "The keyset that it was made from stays as it is.");
        private final Argument<Path> from = arguments.file("The keyset that the store's secret holds now.");
        private final Argument<Path> to = to(arguments);

        @Override
        public CommandSpec spec() {
            return arguments.spec();
        }

        @Override
        public Integer call() {
            hand(new KeysetFile(from.value()).read().rotated(), to.value(), spec());
            return ExitStatus.OK;
        }
    }

    /** `lifeboat backup-key list`: by their numbers, as manifests name them. */
    private static final class Listed implements Command {
        private final Arguments arguments = Arguments.of(this, "list",
                "Lists the keys of a keyset by their numbers, as manifests of backups name them; never the keys themselves.");
        private final Argument<Path> file = arguments.file("The keyset.");
        private final Argument<Boolean> json = arguments.flag("--json", "As one JSON array.");

        @Override
        public CommandSpec spec() {
            return arguments.spec();
        }

        @Override
        public Integer call() {
            Output output = Output.of(spec());
            List<SealKeys.Key> keys = new KeysetFile(file.value()).read().keys();
            if (json.value()) {
                output.out().println(RecordJson.builder().build().writeValueAsString(keys));
            } else {
                keys.forEach(key -> output.out().println(key.id() + "  " + part(key)));
            }
            output.out().flush();
            return ExitStatus.OK;
        }

        private static String part(SealKeys.Key key) {
            return key.primary() ? "seals new backups" : key.enabled() ? "opens older ones" : "disabled";
        }
    }
}
