package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A story for a dry run. All its moments are counted from {@code start}.
 *
 * @param expect    how the run is to end; empty where any end will do
 * @param start     when the story begins: everything is well then, and replication begins to flow
 * @param startRun  how long after that the runbook is started
 * @param endpoints what endpoints do of their own; those left out lead to their cluster's primary and to where they are told to
 * @param people    who answers, by role or person, in the order of the file
 * @param commands  what commands answer, by host and command
 * @param surroundings what is around the databases
 * @param patience  how long a question that nobody answers is waited for, before that counts as a no
 * @param primary   who takes its cluster's writes at first; empty where that is the inventory's primary
 * @param returned  servers that have come back: fenced, with old data, and following nobody
 * @param storage   what lies in the stores
 */
public record Scenario(Optional<Expectation> expect, Instant start, Duration startRun,
        Optional<ApplicationPlan> application, SequencedMap<String, ServerPlan> servers,
        SequencedMap<String, EndpointStory> endpoints, List<Event> events, SequencedMap<String, List<Saying>> people,
        SequencedMap<String, SequencedMap<String, Output>> commands, Duration patience,
        SurroundingsPlan surroundings, Optional<String> primary, List<String> returned, StoragePlan storage) {

    /**
     * @param leadsTo     at first; to its cluster's primary where it is empty
     * @param looksEvery  how often it looks who is not read-only, and leads to them; empty for one that only obeys
     */
    public record EndpointStory(Optional<String> leadsTo, Optional<Duration> looksEvery) {}

    /**
     * An application that writes rows through an endpoint.
     *
     * @param keepsAddresses how long it goes to an address before it asks again
     */
    public record ApplicationPlan(String endpoint, double writesPerSecond, Duration keepsAddresses) {
        public Duration interval() {
            return Duration.ofNanos((long) (1_000_000_000 / writesPerSecond));
        }
    }

    public record Event(Trigger trigger, Fault fault) {}

    /** When an event happens. */
    public sealed interface Trigger {
        /** @param moment since the start of the scenario */
        record At(Duration moment) implements Trigger {}

        /** @param ended whether the step has to have ended or only to have begun; @param delay how long after that */
        record Step(String step, boolean ended, Duration delay) implements Trigger {}
    }
}
