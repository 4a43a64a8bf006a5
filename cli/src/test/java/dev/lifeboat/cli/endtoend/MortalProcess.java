package dev.lifeboat.cli.endtoend;

import dev.lifeboat.cli.Lifeboat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, which can be killed. */
final class MortalProcess {
    private final Process process;

    private MortalProcess(Process process) {
        this.process = process;
    }

    /** @param output takes what it writes */
    static MortalProcess start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Lifeboat.class.getName()));
        command.addAll(List.of(arguments));
        return new MortalProcess(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start());
    }

    /** SIGKILL. @return whether it was still running */
    boolean killAfter(Duration time) throws InterruptedException {
        boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        process.waitFor();
        return !ended;
    }

    int end() throws InterruptedException {
        return process.waitFor();
    }
}
