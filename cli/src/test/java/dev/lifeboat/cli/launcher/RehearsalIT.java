package dev.lifeboat.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the archive for runs is made from, with the distribution that this build has packaged. */
class RehearsalIT {

    @Test
    void loadsWhatOnlyRealServersBringIn() throws Exception {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load", "-cp", "target/lifeboat/lifeboat.jar", "dev.lifeboat.cli.Rehearsal", "--version")
                .redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said.lines().filter(line -> !line.startsWith("[")).toList().toString())
                .isZero();
        assertThat(said).contains(" com.mysql.cj.jdbc.ConnectionImpl ", " sun.security.ssl.ClientHello ",
                " dev.lifeboat.builtins.mysql.jdbc.JdbcMySqlServer ", " dev.lifeboat.cli.RealRun ");
    }
}
