package dev.lifeboat.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What was read of runbooks, which JMH reports beside the operations: bytes a second. */
@AuxCounters
@State(Scope.Thread)
public class Throughput {

    public long bytes;
}
