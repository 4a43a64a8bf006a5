package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the scripts find the mirror in a machine's apt sources, in both formats that these have. */
class DebianMirrorsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolders() throws Exception {
        Files.createDirectory(folder.resolve("sources.list.d"));
        LabScripts.copy("debian-packages.sh", folder);
    }

    @Test
    void oneLineSources() throws Exception {
        write("sources.list", """
                # deb http://commented.test/debian trixie main
                deb-src http://sources.test/debian trixie main
                deb [arch=amd64 signed-by=/x.gpg] http://options.test/debian trixie main contrib # near
                deb http://options.test/security trixie-security main
                \tdeb\thttp://tabs.test/debian\tstable\tmain
                deb http://vendor.test/linux trixie stable
                deb http://flat.test ./
                """);
        assertThat(mirrors()).containsExactly("http://options.test/debian", "http://tabs.test/debian");
    }

    @Test
    void paragraphs() throws Exception {
        write("sources.list.d/debian.sources", """
                Types: deb deb-src
                # the near one first
                URIs: http://first.test/debian
                  http://second.test/debian
                Suites: trixie trixie-updates
                Components: main
                 contrib
                Signed-By:
                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                 .

                Enabled: no
                Types: deb
                URIs: http://disabled.test/debian
                Suites: trixie
                Components: main
                """);
        write("sources.list.d/more.sources", """
                Types: deb
                URIs: mirror+file:/etc/apt/mirrors/debian.list
                Suites: sid
                Components: main""");
        assertThat(mirrors()).containsExactly("http://first.test/debian", "http://second.test/debian",
                "mirror+file:/etc/apt/mirrors/debian.list");
    }

    @Test
    void theMachinesOwnSuiteComesFirst() throws Exception {
        write("sources.list.d/a.list", "deb http://browser.test/deb stable main\n");
        write("sources.list.d/b.list", "deb http://own.test/debian trixie main\n");
        assertThat(mirrors()).containsExactly("http://own.test/debian", "http://browser.test/deb");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> mirrors() {
        return Command.of("sh", "-c", ". '" + folder + "/debian-packages.sh'; apt_sources='" + folder + "'; "
                + "suite_of_this_machine() { echo trixie; }; debian_mirrors").output().lines().toList();
    }
}
