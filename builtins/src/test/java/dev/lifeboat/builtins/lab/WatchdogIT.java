package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lab's servers end with the JVM that started them, also when that had no time for anything. */
class WatchdogIT {

    @Test
    void endsTheServersOfAKilledJvm() throws Exception {
        MySqlDistribution.find();
        var jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Victim.class.getName()).redirectErrorStream(true).start();
        try (var output = jvm.inputReader()) {
            var folder = output.lines().filter(line -> line.startsWith("lab ")).findFirst().orElseThrow().substring(4);
            assertThat(processesOf(folder)).hasSize(2);

            jvm.destroyForcibly().waitFor();
            Await.until("the servers are ended", Duration.ofSeconds(10), () -> processesOf(folder).isEmpty());
            Await.until("the folder is removed", Duration.ofSeconds(10), () -> !Files.exists(Path.of(folder)));
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static List<Path> processesOf(String folder) throws IOException {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var found = new ArrayList<Path>();
            for (var process : processes) {
                if (commandLine(process).contains("--defaults-file=" + folder)) {
                    found.add(process);
                }
            }
            return found;
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    /** The JVM to be killed: starts two servers, says where, and waits. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            try (var lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"))) {
                System.out.println("lab " + lab.folder());
                Thread.currentThread().join();
            }
        }
    }
}
