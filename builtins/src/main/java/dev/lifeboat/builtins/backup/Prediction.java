package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Duration;
import java.util.Optional;

/** How long a recovery will take, before it is begun: {@code backup.predict}. */
public record Prediction(
        @Doc("How long verifying takes: fetching all of it, opening it, reading it.") Duration verify,
        @Doc("How long loading takes, with fetching it once more.") Duration load,
        @Doc("How many transactions are to be applied after that.") long transactions,
        @Doc("How long that takes.") Duration apply,
        @Doc("All of it.") Duration total,
        @Doc("All of it, where everything goes as in the quickest of the drills.") Duration least,
        @Doc("All of it, where everything goes as in the slowest of the drills.") Duration most,
        @Doc("Whether it was measured; what is only assumed is named in `basis`.") boolean measured,
        @Doc("What it rests on, for people.") String basis,
        @Doc("What is left of the RTO; none where the runbook has none.") Optional<Duration> left,
        @Doc("Whether the slowest of it fits into what is left of the RTO.") boolean fits,
        @Doc("A delayed replica that can be brought to the same point sooner.") Optional<MySqlServer> sooner,
        @Doc("How long that takes.") Optional<Duration> soonerIn) {}
