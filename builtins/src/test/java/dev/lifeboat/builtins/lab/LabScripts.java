package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The shell scripts of the lab. They lie beside the classes, in a jar perhaps, and are copied to where they can be run. */
final class LabScripts {
    private LabScripts() {}

    /** Copies a script into the folder, executable, and returns where it is. */
    static Path copy(String name, Path folder) {
        return copyAs(name, folder.resolve(name));
    }

    /**
     * Another process writes it: what this one writes can't be run as long as a process that another thread begins at that
     * moment has it open, too (ETXTBSY).
     */
    static Path copyAs(String name, Path target) {
        try (var script = LabScripts.class.getResourceAsStream(name)) {
            var draft = Files.createTempFile("lifeboat-script-", "");
            Files.copy(script, draft, StandardCopyOption.REPLACE_EXISTING);
            draft.toFile().setExecutable(true);
            Command.of("cp", "-p", draft.toString(), target.toString()).output();
            Files.delete(draft);
            return target;
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    /**
     * Runs one of the {@code fetch-…} scripts, showing its progress, and returns what it said last if it failed, and an empty
     * text if what it fetches is ready.
     */
    static String fetch(String script, String... arguments) {
        try {
            var folder = Files.createTempDirectory("lifeboat-fetch-");
            copy("debian-packages.sh", folder);
            var said = new StringBuilder();
            var words = Stream.concat(Stream.of(copy(script, folder).toString()), Stream.of(arguments)).toList();
            var status = new Command(words).run(line -> {
                System.out.println(line);
                said.append(line).append('\n');
            });
            Command.of("rm", "-rf", folder.toString()).output();
            return status == 0 ? "" : said.toString();
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
