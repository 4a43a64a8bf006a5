package dev.lifeboat.builtins.host;

import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process with all that it has started and that has not gone its own way, as a daemon does. */
@RealWorld
final class ProcessTree {
    private static final int LOOKS = 50;
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private ProcessTree() {}

    /** Ends each by SIGKILL, parents first, so that none starts another meanwhile. @return what was seen, a line for each process */
    static List<String> kill(ProcessHandle root) {
        List<ProcessHandle> killed = new ArrayList<>();
        kill(root, killed);
        return killed.stream().map(ProcessTree::told).toList();
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
        return stat(pid).filter(text -> text.substring(text.lastIndexOf(')')).startsWith(") Z")).isPresent();
    }

    private static Optional<String> stat(long pid) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (IOException noSuchProcess) {
            return Optional.empty();
        }
    }
}
