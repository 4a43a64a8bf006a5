package dev.lifeboat.cli.schedule;

import java.util.SequencedMap;

/**
 * How Lifeboat is started on this machine.
 *
 * @param launcher its path
 * @param home     where its journals lie
 */
public record Launch(String launcher, String home) {
    /** By the first line of a file it is known who wrote it, and that it may be written anew. */
    public static final String MARK = "# Written by `lifeboat schedule`; change `schedule:` of lifeboat.yaml, and write it again.\n";

    /** What the files hold that a kind of machinery needs, by their names. */
    @FunctionalInterface
    public interface Files {
        SequencedMap<String, String> of(java.util.List<ScheduledRun> runs);
    }
}
