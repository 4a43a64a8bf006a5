package dev.lifeboat.builtins.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.check.Checked;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.SystemClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A runbook of one step, which takes a text {@code value} as its parameter: checked, and run through the real way to the outside. */
public final class OneStep {
    private static final Registry REGISTRY = Builtins.registry(Inventory.EMPTY);
    private final CheckedRunbook program;
    private final Ports ports;
    private final Clock clock = new SystemClock();

    /** @param body the statements of the step */
    public OneStep(Ports ports, String body) {
        this.ports = ports;
        Checked checked = new Checker(REGISTRY, Optional.empty(), List.of())
                .check(RunbookSyntax.parse(Source.of("one.runbook", """
                        runbook one "One step"
                            version "1"
                            owner @lead
                            on failure stop

                        param value: text

                        phase all "All" {
                            step one "One" takes 1s {
                                %s
                            }
                            irreversible "It is a test."
                        }
                        """.formatted(body))).tree().orElseThrow(), Libraries.NONE);
        this.program = checked.program().orElseThrow(() -> new AssertionError(checked.diagnostics().toString()));
    }

    /** What the step bound, and why it failed under the name {@code failure}. */
    public Map<String, Value> with(String value) {
        MemoryJournal journal = new MemoryJournal(clock);
        SequencedMap<String, Value> names = new LinkedHashMap<>(Map.of("value", new Value.Text(value)));
        new Run(program, new World(clock, new Nobody(), ports, REGISTRY, journal, List.of(), Optional.empty()),
                new RunSettings("test", false, 1, "nobody", Optional.empty(), new LinkedHashMap<>(), "", "", "", names,
                        false,
                        false))
                .execute();
        Map<String, Value> bound = new LinkedHashMap<>();
        for (Recorded recorded : journal.records()) {
            switch (recorded.event()) {
                case Event.Bound found -> bound.put(found.name(), found.value());
                case Event.AttemptFailed failed -> bound.put("failure", new Value.Text(failed.message()));
                default -> assertThat(recorded).isNotNull();
            }
        }
        return bound;
    }

    /** Nobody is there to answer anything. */
    private static final class Nobody implements People {
        @Override
        public Approval approve(ApprovalRequest request, List<String> saidYes) {
            throw new AssertionError(request);
        }

        @Override
        public PauseAnswer choose(PauseRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public Answer ask(Question question) {
            throw new AssertionError(question);
        }

        @Override
        public List<Delivery> tell(Message message) {
            return List.of();
        }

        @Override
        public List<String> holders(String role) {
            return List.of();
        }

        @Override
        public Turns turns() {
            return new Turns(Duration.ofMinutes(5), 1);
        }

        @Override
        public Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
            return Optional.empty();
        }

        @Override
        public boolean canAnswer(List<String> roles) {
            return true;
        }
    }
}
