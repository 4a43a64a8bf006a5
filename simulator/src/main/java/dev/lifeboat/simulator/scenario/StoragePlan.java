package dev.lifeboat.simulator.scenario;

import java.time.Duration;
import java.util.List;

/**
 * What lies in the stores.
 *
 * @param size    how large the data are as SQL, in bytes; as large as the model's rows where it is 0
 * @param backups full ones, in the order of the file
 * @param logs    binary logs that somebody archives
 */
public record StoragePlan(long size, List<BackupPlan> backups, List<LogsPlan> logs) {

    /** Nothing, where the scenario says nothing. */
    public static final StoragePlan NONE = new StoragePlan(0, List.of(), List.of());

    public StoragePlan {
        backups = List.copyOf(backups);
        logs = List.copyOf(logs);
    }

    /**
     * A full backup that others take.
     *
     * @param moment    since the start of the story; before it where it is negative
     * @param verified  whether all of it was read afterwards
     * @param rehearsed whether it was restored into a spare
     */
    public record BackupPlan(String store, String server, Duration moment, boolean verified, boolean rehearsed) {}

    /** @param moment since the start of the story: all that the server has logged by then is archived */
    public record LogsPlan(String store, String server, Duration moment) {}
}
