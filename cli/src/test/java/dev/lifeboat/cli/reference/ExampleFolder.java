package dev.lifeboat.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A folder of runbooks with the example estate, in which examples are checked and run as a user would. */
final class ExampleFolder {
    private static final Path STORIES = Path.of("src/test/resources/reference/stories");
    private static final Pattern CODE = Pattern.compile("\"code\":\"(LB\\d+)\"");
    private static final Pattern HOME = Pattern.compile("# (\\S+\\.runbook)\n");

    private final Path folder;

    ExampleFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: example.yaml\n");
        Files.copy(Path.of("../runbooks/inventory/example.yaml"), folder.resolve("example.yaml"));
    }

    /** A library lies where its first line says. */
    void keep(Example library) throws IOException {
        var home = HOME.matcher(library.runbook());
        assertThat(home.lookingAt()).as("%s begins with `# PATH.runbook`", library).isTrue();
        Path file = folder.resolve(home.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, library.runbook());
        assertThat(codes(file)).as(library.toString()).isEmpty();
    }

    /** Checks it, and runs it where it has no mistake to show. */
    void tryOut(Example example) throws IOException {
        if (example.code().isPresent()) {
            assertThat(codes(example)).as("%s%n%s", example, example.runbook())
                    .containsOnly(example.code().get());
        } else {
            tryOut(example.toString(), example.runbook(), example.story(),
                    RunOutcome.valueOf(example.end().toUpperCase(Locale.ROOT)));
        }
    }

    /** Nothing is found in the runbook, not even a warning, and in the story it ends like this. */
    void tryOut(String name, String runbook, String story, RunOutcome end) throws IOException {
        Path file = write(runbook);
        Invocation check = Invocation.of("check", "--strict", file.toString());
        assertThat(check.status()).as("%s%n%s%n%s", name, check.all(), runbook).isZero();
        Invocation run = Invocation.of("dry-run", file.toString(), "--strict", "--scenario",
                STORIES.resolve(story + ".yaml").toString());
        assertThat(run.status()).as("%s%n%s%n%s", name, run.all(), runbook).isEqualTo(end.exitStatus());
    }

    /** Of all that is found in it. */
    List<String> codes(Example example) throws IOException {
        return codes(write(example.runbook()));
    }

    private Path write(String runbook) throws IOException {
        return Files.writeString(folder.resolve("example.runbook"), runbook);
    }

    /** What `lifeboat check` prints of it. */
    String said(Example example) throws IOException {
        return Invocation.of("check", write(example.runbook()).toString()).err().replace(folder + "/", "").strip()
                + "\n";
    }

    private static List<String> codes(Path file) {
        return CODE.matcher(Invocation.of("check", "--format", "json", file.toString()).out()).results()
                .map(found -> found.group(1)).toList();
    }
}
