package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.builtin.JavaTypes;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.ServiceWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Runs a runbook in the tests' world, as the {@link Script} in its comments says. */
final class Stage {

    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");

    static final Registry REGISTRY = registry();

    final Boxes boxes;
    final MortalJournal journal;
    private final String runbook;
    private final Clock clock;
    private final Script script;
    private final CheckedRunbook program;
    private Optional<Supplier<Event.PreflightEnded>> preflight = Optional.empty();

    Stage(String runbook, Libraries libraries) {
        this(runbook, libraries, new TurnClock(START));
    }

    Stage(String runbook, Libraries libraries, Clock clock) {
        this.clock = clock;
        boxes = new Boxes(clock);
        journal = new MortalJournal(clock);
        this.runbook = runbook;
        script = new Script(runbook);
        program = check(runbook, libraries);
        script.assignments("box").forEach(boxes::put);
        script.assignments("identity").forEach(boxes::identify);
        script.faultsInto(boxes);
    }

    RunOutcome run() {
        if (clock instanceof TurnClock turns) {
            return run(turns);
        }
        return carryOut();
    }

    private RunOutcome run(TurnClock turns) {
        script.value("interrupt after").ifPresent(after -> {
            var main = turns.current();
            turns.at(Script.duration(after), main::cancel);
        });
        var outcome = carryOut();
        assertThat(turns.failures()).isEmpty();
        return outcome;
    }

    private RunOutcome carryOut() {
        var world = new World(clock, new ScriptedPeople(script, clock), boxes, REGISTRY, journal, List.of(), watch());
        return execute(new Run(program, world, settings()));
    }

    /** Carries it on in the world as it is, after its journal was lost. */
    RunOutcome resume() {
        letDie();
        journal.lost().ifPresent(boxes::unhappened);
        var history = journal.revive();
        var resumption = Resumption.of(history, "grace", "test", new LinkedHashMap<>(), List.of());
        var left = new Script(runbook);
        resumption.script().forEach(recorded -> left.drop(recorded.event()));
        var world = new World(clock, new ScriptedPeople(left, clock), boxes, REGISTRY, journal, List.of(), watch());
        var began = (Event.RunBegan) history.getFirst().event();
        return execute(new Run(program, world, RunSettings.of(began, script.has("strict")), resumption));
    }

    private RunOutcome execute(Run run) {
        preflight.ifPresent(run::after);
        return run.execute();
    }

    /** What was found before the run; else it has none. */
    void preflight(Supplier<Event.PreflightEnded> found) {
        preflight = Optional.of(found);
    }

    /** Lets the process die at a record of the journal. */
    void dieAt(long number, boolean after) {
        var main = ((TurnClock) clock).current();
        journal.dieAt(number, after, main::cancel);
    }

    /** Runs it until it dies. @return whether it did */
    boolean dies() {
        try {
            run();
            return false;
        } catch (Journal.JournalLost died) {
            return true;
        }
    }

    /** What was under way ends, without a trace. */
    private void letDie() {
        ((TurnClock) clock).revive();
        for (int i = 0; i < 20; i++) {
            clock.shielded(Clock.NO_LIMIT, clock::giveWay);
        }
    }

    private RunSettings settings() {
        return new RunSettings("test", script.has("simulated"), 7, "grace",
                script.value("since").map(ago -> clock.now().minus(Script.duration(ago))), new LinkedHashMap<>(), "",
                "", "",
                names(), script.has("drill"), script.has("strict"));
    }

    private SequencedMap<String, Value> names() {
        var names = new LinkedHashMap<String, Value>();
        var incident = new LinkedHashMap<String, Value>();
        incident.put("team", new Value.Handle("role", "lead"));
        names.put("incident", new Value.Fields("incident", incident));
        script.assignments("param").forEach((name, value) -> names.put(name, ScriptedPeople.value(value)));
        return names;
    }

    private Optional<ServiceWatch> watch() {
        return script.value("watch").map(seen -> new ServiceWatch() {
            @Override
            public Optional<Duration> outage() {
                return seen(0);
            }

            @Override
            public Optional<Duration> loss() {
                return seen(1);
            }

            private Optional<Duration> seen(int place) {
                return Optional.of(seen.split(" ")[place]).filter(text -> !text.equals("none")).map(Script::duration);
            }
        });
    }

    static CheckedRunbook check(String runbook, Libraries libraries) {
        var parsed = RunbookSyntax.parse(Source.of("test.runbook", runbook));
        SourceFile tree = parsed.tree()
                .orElseThrow(() -> new AssertionError(Diagnostics.render(parsed.diagnostics(), false)));
        var checked = new Checker(REGISTRY, Optional.empty(), List.of()).check(tree, libraries);
        var errors = checked.diagnostics().stream().filter(Diagnostic::isError).toList();
        return checked.program().orElseThrow(() -> new AssertionError(Diagnostics.render(errors, false)));
    }

    private static Registry registry() {
        var types = new JavaTypes().handle("server", Box.class, (call, name) -> call.port(Box.class, name), Box::name);
        return Registry.of(types, List.of(new FunctionWords(), new BoxWords(), new HookWords()), implicitNames());
    }

    private static SequencedMap<String, Type> implicitNames() {
        var names = new LinkedHashMap<String, Type>();
        names.put("rto", Type.DURATION);
        names.put("rpo", Type.DURATION);
        names.put("run", record("run", "id", Type.TEXT, "started", Type.TIMESTAMP, "operator", Type.TEXT, "simulated",
                Type.BOOL));
        names.put("incident", record("incident", "started", Type.TIMESTAMP, "elapsed", Type.DURATION, "level", Type.INT,
                "affected", Type.TEXT, "actions", new Type.ListOf(Type.TEXT), "next_update",
                new Type.Maybe(Type.TIMESTAMP), "team", Type.ROLE));
        return names;
    }

    private static Type record(String name, Object... fields) {
        var types = new LinkedHashMap<String, Type>();
        for (int i = 0; i < fields.length; i += 2) {
            types.put((String) fields[i], (Type) fields[i + 1]);
        }
        return new Type.RecordOf(name, types);
    }
}
