package dev.lifeboat.builtins.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A server that a lab shall have: its place in the topology, and what stands in its option file besides the lab's own lines.
 *
 * @param source     whom it follows, if anybody
 * @param options    names and values for the option file
 * @param supervised whether somebody starts it again where MySQL itself asks for that
 */
public record ServerPlan(String name, Role role, Optional<String> source, Map<String, String> options,
        boolean supervised) {

    /** What it is when the lab begins. */
    public enum Role {
        /** Takes writes. */
        PRIMARY,
        /** Follows its source, read-only. */
        REPLICA,
        /** Empty, follows nobody, read-only: new hardware. */
        SPARE
    }

    public static ServerPlan primary(String name) {
        return new ServerPlan(name, Role.PRIMARY, Optional.empty(), Map.of(), false);
    }

    /** The source may be a replica itself. */
    public static ServerPlan replica(String name, String source) {
        return new ServerPlan(name, Role.REPLICA, Optional.of(source), Map.of(), false).with("super_read_only", "ON");
    }

    public static ServerPlan spare(String name) {
        return new ServerPlan(name, Role.SPARE, Optional.empty(), Map.of(), false).bootsFenced();
    }

    /** With a line more in the option file, such as {@code replica_net_timeout} and {@code 4}. */
    public ServerPlan with(String option, String value) {
        var more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new ServerPlan(name, role, source, more, supervised);
    }

    /** As every server of an estate should be: after a restart it takes no writes and follows nobody until it is told to. */
    public ServerPlan bootsFenced() {
        return with("super_read_only", "ON").with("skip_replica_start", "ON");
    }

    /** As by systemd, on most machines in production: after a clone it is up again without anybody's doing. */
    public ServerPlan supervisedByItsMachine() {
        return new ServerPlan(name, role, source, options, true);
    }
}
