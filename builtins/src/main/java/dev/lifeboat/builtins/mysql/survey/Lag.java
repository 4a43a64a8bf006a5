package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far a replica is behind, from what it has and not from what it says: {@code mysql.lag}. */
public record Lag(
        @Doc("The age of the newest heartbeat that it has applied.") Optional<Duration> heartbeat,
        @Doc("How many transactions it has received and not applied.") long unapplied,
        @Doc("When the newest transaction that it has applied was committed on the source.") Optional<Instant> lastCommit,
        @Doc("It is behind by no more than this.") Duration bound,
        @Doc("Whether the bound rests on a heartbeat; otherwise an idle source looks like a replica that is behind.") boolean trustworthy) {}
