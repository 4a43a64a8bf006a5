package dev.lifeboat.builtins.lab;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same done to several servers at the same time: most of what it takes is waiting. */
public final class AtOnce {
    /** What is done to each. */
    public interface Work {
        void to(LabServer server) throws SQLException;
    }

    private AtOnce() {}

    /** Returns when it is done to all of them, and fails where it failed on one. */
    public static void toEach(List<LabServer> servers, Work work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var works = servers.stream().<Future<?>>map(server -> threads.submit(() -> {
                work.to(server);
                return null;
            })).toList();
            for (var one : works) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while servers were worked on.", interrupted);
        }
    }
}
