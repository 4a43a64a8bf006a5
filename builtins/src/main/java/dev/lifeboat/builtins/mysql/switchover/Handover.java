package dev.lifeboat.builtins.mysql.switchover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Duration;

/** How a planned switchover went: {@code mysql.switchover}. */
public record Handover(
        @Doc("How long no server took writes: from the fence of the old primary to the first row on the new one.") Duration gap,
        @Doc("All that the old primary had executed when it took writes no more, and the new one has.") GtidSet last) {}
