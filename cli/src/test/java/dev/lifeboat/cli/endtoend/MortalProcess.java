package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.backup.ClientProgram;
import dev.lifeboat.cli.Lifeboat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, which can be killed, and at whose terminal nobody is. */
final class MortalProcess {
    private final Process process;

    private MortalProcess(Process process) {
        this.process = process;
    }

    /** @param output takes what it writes */
    static MortalProcess start(Path output, String... arguments) throws IOException {
        return start(output, command(arguments));
    }

    /** The same on a machine of its own: with its own journals and without what others know of who lives there. */
    static MortalProcess startOn(Path machine, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "LIFEBOAT_HOME=" + machine));
        command.addAll(command(arguments));
        return start(output, command);
    }

    /** The same with no file larger than so many kilobytes, as on a disk that is full. */
    static MortalProcess startWithLimit(int kilobytes, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "ulimit -f \"$0\"; exec \"$@\"", Integer.toString(kilobytes)));
        command.addAll(command(arguments));
        return start(output, command);
    }

    private static MortalProcess start(Path output, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
        process.getOutputStream().close();
        return new MortalProcess(process);
    }

    /** It has no long life, and is compiled accordingly. */
    static List<String> command(String... arguments) {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Optional.ofNullable(System.getProperty(ClientProgram.FOLDER))
                .ifPresent(programs -> command.add("-D" + ClientProgram.FOLDER + "=" + programs));
        command.addAll(List.of("-cp", classes, Lifeboat.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** SIGKILL, as soon as the file has so many lines. @return whether it was still running */
    boolean killAtLine(Path file, long line) throws Exception {
        return killWhen(() -> lines(file) >= line);
    }

    /** SIGKILL, as soon as that is so. @return whether it was still running */
    boolean killWhen(Callable<Boolean> moment) throws Exception {
        while (process.isAlive() && !moment.call()) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        boolean running = process.isAlive();
        process.destroyForcibly();
        process.waitFor();
        return running;
    }

    static long lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        }
    }

    /** @param name as {@code kill} has it: {@code INT} */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    long pid() {
        return process.pid();
    }

    boolean lives() {
        return process.isAlive();
    }

    int end() throws InterruptedException {
        return process.waitFor();
    }
}
