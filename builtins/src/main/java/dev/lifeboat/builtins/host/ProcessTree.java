package dev.lifeboat.builtins.host;

import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process with all that it has started. What has gone its own way, as a daemon does, is left alone, and told. */
@RealWorld
public final class ProcessTree {
    /** In the environment of what is started, with a value of its own: by that its daemons are known. */
    public static final String MARK = "LIFEBOAT_OUTPUT";
    private static final int LOOKS = 50;
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private ProcessTree() {}

    /**
     * Ends each by SIGKILL, parents first, so that none starts another meanwhile.
     *
     * @param mark the value of {@link #MARK}
     * @return what was seen, a line for each process
     */
    public static List<String> kill(ProcessHandle root, String mark) {
        List<ProcessHandle> killed = new ArrayList<>();
        kill(root, killed);
        List<String> told = killed.stream().map(ProcessTree::told).toList();
        return Stream.concat(told.stream(), marked(mark).map(ProcessTree::leftAlone)).toList();
    }

    private static Stream<ProcessHandle> marked(String mark) {
        return ProcessHandle.allProcesses().filter(process -> !isGone(process))
                .filter(process -> read(process.pid(), "environ").filter(variables -> List
                        .of(variables.split("\0")).contains(MARK + "=" + mark)).isPresent());
    }

    private static String leftAlone(ProcessHandle process) {
        return "process " + process.pid() + " (`" + read(process.pid(), "comm").map(String::strip).orElse("?")
                + "`) had gone its own way and is STILL RUNNING";
    }

    private static void kill(ProcessHandle process, List<ProcessHandle> killed) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        killed.add(process);
        children.forEach(child -> kill(child, killed));
    }

    private static String told(ProcessHandle process) {
        for (int look = 0; look < LOOKS && !isGone(process); look++) {
            // Unlike a sleep, this is not interrupted: what is told has been seen.
            process.onExit().completeOnTimeout(process, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS).join();
        }
        return "process " + process.pid() + " killed, " + (isGone(process) ? "gone" : "STILL RUNNING");
    }

    private static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || isZombie(process.pid());
    }

    /** Where nobody reaps orphans, as in some containers, an ended process stays in the list. */
    private static boolean isZombie(long pid) {
        return read(pid, "stat").filter(text -> text.substring(text.lastIndexOf(')')).startsWith(") Z")).isPresent();
    }

    /** What Linux says of a process; the bytes may be anything. */
    private static Optional<String> read(long pid, String what) {
        try {
            return Optional.of(new String(Files.readAllBytes(Path.of("/proc/" + pid + "/" + what)),
                    StandardCharsets.UTF_8));
        } catch (IOException noSuchProcess) {
            return Optional.empty();
        }
    }
}
