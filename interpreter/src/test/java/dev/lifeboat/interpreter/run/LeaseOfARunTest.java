package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.world.Lease;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a run does that loses its lease, and one that has taken it from another. */
class LeaseOfARunTest {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private static final Lease.Holder OTHER = new Lease.Holder(2, "other", "ada", "ops2", 7, START);
    private static final String RUNBOOK = """
            #! box a = a0
            #! box b = b0
            runbook leased "Leased"
                version "1"
                owner @lead
                on failure rollback
            phase all "All" {
                parallel {
                    step one "One" timeout 1m { box.put(server("a"), "a1") }
                    step two "Two" timeout 1m {
                        wait 1s
                        box.put(server("b"), "b1")
                    }
                    step long "Long" timeout 1h { wait 30m }
                }
                step last "Last" timeout 1m { box.put(server("a"), "a2") }
            }
            """;
    private final TurnClock clock = new TurnClock(START);
    private final Boxes boxes = new Boxes(clock);
    private final MemoryJournal journal = new MemoryJournal(clock);

    /** As long as {@code effects} lasts it is held. */
    private static final class Counted implements Lease {
        private final Optional<Takeover> takeover;
        private int effects;

        Counted(int effects, Optional<Takeover> takeover) {
            this.effects = effects;
            this.takeover = takeover;
        }

        @Override
        public long epoch() {
            return 1;
        }

        @Override
        public void assertHeld() {
            if (effects-- <= 0) {
                throw new Lost(OTHER, "it hangs");
            }
        }

        @Override
        public Optional<Takeover> takeover() {
            return takeover;
        }
    }

    private record Leased(Ports ports, Lease lease, Eviction eviction) implements Ports {
        @Override
        public <P> Optional<P> find(Class<P> kind, String name) {
            return ports.find(kind, name);
        }

        @Override
        public void whenNotModelled(Consumer<String> listener) {
            ports.whenNotModelled(listener);
        }

        @Override
        public Eviction evictFormer() {
            return eviction;
        }
    }

    private RunOutcome run(Lease lease, Ports.Eviction eviction) {
        return run(lease, eviction, Resumption.NONE);
    }

    private RunOutcome run(Lease lease, Ports.Eviction eviction, Resumption resumption) {
        var script = new Script(RUNBOOK);
        script.assignments("box").forEach(boxes::put);
        var world = new World(clock, new ScriptedPeople(script, clock), new Leased(boxes, lease, eviction),
                Stage.REGISTRY, journal, List.of(), Optional.empty());
        var settings = new RunSettings("test", false, 7, "grace", Optional.empty(), new LinkedHashMap<>(), "", "",
                "", new LinkedHashMap<>(), false, false);
        return new Run(Stage.check(RUNBOOK, Libraries.NONE), world, settings, resumption).execute();
    }

    private static Ports.Eviction evicted(String... running) {
        return new Ports.Eviction(List.of("thread 7 on db1 killed, gone after 0.1 s"), List.of("host db1: …"),
                List.of(running));
    }

    private <E extends Event> List<E> events(Class<E> kind) {
        return journal.records().stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void anEffectThatIsRefusedEndsTheRunWithoutARollback() {
        assertThat(run(new Counted(1, Optional.empty()), evicted())).isEqualTo(RunOutcome.TAKEN_OVER);

        assertThat(boxes.contents()).containsEntry("a", "a1").containsEntry("b", "b0");
        assertThat(events(Event.LeaseLost.class))
                .containsExactly(new Event.LeaseLost("other", "ada", "ops2", 2, "it hangs"));
        assertThat(journal.records().getLast().event()).isInstanceOfSatisfying(Event.RunEnded.class,
                ended -> assertThat(ended.reason())
                        .isEqualTo("Taken over by ada on ops2, as run `other`: it hangs"));
        assertThat(events(Event.RollbackBegan.class)).isEmpty();
        assertThat(events(Event.PortCallBegan.class)).as("what was refused was never begun").hasSize(1);
        assertThat(events(Event.CallEnded.class)).hasSameSizeAs(events(Event.CallBegan.class));
        assertThat(clock.now()).as("nobody waits for the other branches").isBefore(START.plusSeconds(60));
        assertThat(clock.failures()).isEmpty();
    }

    @Test
    void itEndsWhateverTheEffectIs() {
        for (int effects = 0; effects < 3; effects++) {
            assertThat(run(new Counted(effects, Optional.empty()), evicted())).isEqualTo(RunOutcome.TAKEN_OVER);
        }
        assertThat(run(new Counted(3, Optional.empty()), evicted())).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void whoTakesOverEndsWhatTheFormerHolderHasOpenBeforeAnythingElse() {
        var takeover = new Lease.Takeover(OTHER, "it hangs");
        assertThat(run(new Counted(3, Optional.of(takeover)), evicted())).isEqualTo(RunOutcome.DONE);

        assertThat(journal.records().stream().map(Recorded::event).skip(1).limit(2)).containsExactly(
                new Event.TookOver("other", "ada", "ops2", START, "it hangs"),
                new Event.FormerEvicted(evicted().ended(), evicted().unfenced(), List.of()));
    }

    @Test
    void asLongAsSomethingOfTheFormerHolderRunsNothingIsDone() {
        var takeover = new Lease.Takeover(OTHER, "");
        assertThat(run(new Counted(3, Optional.of(takeover)), evicted("thread 8 on db1 killed, STILL RUNNING")))
                .isEqualTo(RunOutcome.FAILED);

        assertThat(boxes.contents()).containsEntry("a", "a0").containsEntry("b", "b0");
        assertThat(events(Event.RunEnded.class).getFirst().reason()).isEqualTo(
                "What the former holder had under way has not ended: thread 8 on db1 killed, STILL RUNNING."
                        + " Nothing was done.");
    }

    /** A run that broke off as it began, which is carried on. */
    private Resumption begun() {
        run(new Counted(0, Optional.empty()), evicted());
        return Resumption.of(List.of(journal.records().getFirst()), "ada", "test", new LinkedHashMap<>(), List.of());
    }

    @Test
    void whoeverCarriesARunOnFirstEndsWhatItsOwnProcessHasOpen() {
        var resumption = begun();
        int before = journal.records().size();
        var itself = new Lease.Holder(1, "test", "grace", "ops1", 4711, START);
        assertThat(run(new Counted(3, Optional.of(new Lease.Takeover(itself, "carried on"))), evicted(), resumption))
                .isEqualTo(RunOutcome.DONE);

        var carriedOn = journal.records().subList(before, journal.records().size());
        assertThat(carriedOn.getFirst().event()).isInstanceOf(Event.Resumed.class);
        assertThat(carriedOn.subList(1, 3)).allMatch(recorded -> recorded.strand().equals(Recorded.OUTSIDE))
                .extracting(Recorded::event)
                .containsExactly(new Event.TookOver("test", "grace", "ops1", START, "carried on"),
                        new Event.FormerEvicted(evicted().ended(), evicted().unfenced(), List.of()));
    }

    @Test
    void asLongAsSomethingOfItsOwnProcessRunsNothingIsCarriedOn() {
        var resumption = begun();
        int before = journal.records().size();
        assertThatExceptionOfType(Failure.class).as("also where the lease was given back").isThrownBy(
                () -> run(new Counted(3, Optional.empty()), evicted("thread 8 on db1, STILL RUNNING"), resumption))
                .withMessageContaining("has not ended: thread 8 on db1, STILL RUNNING. Nothing was done.");

        assertThat(journal.records()).hasSize(before);
        assertThat(boxes.contents()).containsEntry("a", "a0").containsEntry("b", "b0");
    }
}
