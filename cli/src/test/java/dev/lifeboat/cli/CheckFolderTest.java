package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `lifeboat check` of folders: large ones, and ones with things in them that can't be read. */
class CheckFolderTest {
    private static final int MANY = 1_000;

    @TempDir
    private Path folder;

    /** A finding is known by its place in a text that was read: parsed anew for each of its users, the library would have a thousand of them. */
    @Test
    void parsesALibraryOnceHoweverManyUseIt() throws IOException {
        write("lifeboat.yaml", "mysql: [\"8.4\"]\n");
        library("lib/checks.runbook", "look", "require 5m > 10GB");
        library("lib/unused.runbook", "stare", "require true");
        for (int i = 0; i < MANY; i++) {
            user("r" + i + ".runbook", i == 500 ? "require nothing" : "require true");
        }
        Invocation check = Invocation.of("check", folder.toString());
        assertThat(check.out()).isEqualTo("2 errors in 1002 files.\n");
        assertThat(check.err()).containsOnlyOnce("lib/checks.runbook:3:").containsOnlyOnce("r500.runbook:7:");
    }

    @Test
    void checksTheRestWhateverCantBeRead() throws IOException {
        user("wrong.runbook", "require nothing");
        Files.writeString(folder.resolve("broken.runbook"), "runbook {");
        Files.createSymbolicLink(folder.resolve("dangling.runbook"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("itself.runbook"), Path.of("itself.runbook"));
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        user("folder.runbook/inside.runbook", "require nothing");
        Invocation check = Invocation.of("check", folder.toString());
        assertThat(check.status()).isEqualTo(65);
        assertThat(check.err()).contains("dangling.runbook` is a link that leads nowhere.",
                "itself.runbook` is a link that leads nowhere.",
                "folder.runbook` is a folder, expected a runbook.", "inside.runbook:7:", "wrong.runbook:7:",
                "broken.runbook:1:").contains("warning[LB001]: `" + folder.resolve("circle"));
        assertThat(check.all()).doesNotContain("Exception");
    }

    @Test
    void followsALinkToAFolder() throws IOException {
        user("real/a.runbook", "require nothing");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        assertThat(Invocation.of("check", link.toString()).err()).contains("link/a.runbook:7:");
    }

    @Test
    void checksTheRestWhereTheInventoryOrTheSettingsAreWrong() throws IOException {
        user("a.runbook", "require nothing");
        user("b.runbook", "require nowhere");
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: missing.yaml\n");
        assertThat(Invocation.of("check", folder.toString()).err())
                .containsOnlyOnce("missing.yaml` is not there, and the settings of the runbooks name it")
                .contains("a.runbook:7:", "b.runbook:7:");
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventry: missing.yaml\n");
        user("below/c.runbook", "require nothing");
        assertThat(Invocation.of("check", folder.toString()).err()).containsOnlyOnce("Did you mean `inventory`?")
                .contains("a.runbook:7:", "b.runbook:7:");
    }

    @Test
    void countsWarningsUnderStrict() throws IOException {
        user("a.runbook", "require true");
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        assertThat(Invocation.of("check", folder.toString()).status()).isZero();
        assertThat(Invocation.of("check", "--strict", folder.toString()).status()).isEqualTo(65);
    }

    private void library(String path, String procedure, String statement) throws IOException {
        write(path, "library " + procedure + "_library\nprocedure " + procedure + "() \"P\" {\n step s \"S\" { "
                + statement + " }\n}\n");
    }

    private void user(String path, String statement) throws IOException {
        boolean shared = Files.exists(folder.resolve("lib"));
        write(path, "runbook a \"A\"\n version \"1\"\n owner @database_lead\n"
                + (shared ? "use \"lib/checks.runbook\"\n" : "# alone\n") + "phase p \"P\" {\n step s \"S\" {\n  "
                + statement + "\n }\n" + (shared ? " perform look() as l\n" : "") + "}\n");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }
}
