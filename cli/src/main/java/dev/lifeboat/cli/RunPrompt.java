package dev.lifeboat.cli;

import dev.lifeboat.cli.attach.Reception;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.console.WholeLines;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.stepping.Desk;
import dev.lifeboat.cli.stepping.Pace;
import dev.lifeboat.cli.stepping.Session;
import dev.lifeboat.cli.stepping.StepList;
import dev.lifeboat.cli.stepping.SteppingPeople;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.world.People;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where it is decided how a run on real servers goes on: at the terminal, and where nobody is there, wherever somebody attaches. */
final class RunPrompt implements Desk, AutoCloseable {
    private final RealRun run;
    private final Console console;
    private final StepList steps;
    private final Pace pace;
    private final Optional<Reception> reception;
    private final Session atTerminal;
    private volatile boolean left;

    private RunPrompt(RealRun run, Console console, Path journal) {
        this.run = run;
        this.console = console;
        steps = new StepList(run.program());
        pace = run.manner().stepwise() ? Pace.stepByStep() : Pace.freely();
        atTerminal = session(console.prompt(), run.operator(), false);
        reception = reception(journal);
    }

    /** That nobody could attach keeps no run from being started. */
    private Optional<Reception> reception(Path journal) {
        try {
            return Optional.of(
                    Reception.open(journal, (prompt, person) -> session(prompt, person, true), this::status));
        } catch (Failure failure) {
            console.screen().print(failure.getMessage());
            return Optional.empty();
        }
    }

    static RunPrompt open(RealRun run, Console console, Path journal) {
        return new RunPrompt(run, console, journal);
    }

    private Session session(Prompt prompt, String person, boolean arriving) {
        return new Session(prompt, steps, Assembly.callable(run.inventory().inventory()), person, pace, arriving);
    }

    private String status() {
        return "Attached to `" + run.program().tree().name().text() + "` of " + run.operator() + ".\n"
                + String.join("\n", steps.lines("")) + "\nYou are asked at its next pause.";
    }

    /** Those who were there already, and whoever decides here. Where answers were written down, they decide at pauses. */
    People people(People others) {
        return run.manner().stepwise() || run.answers().isEmpty()
                ? new SteppingPeople(others, this, pace, run.operator())
                : others;
    }

    List<Listener> listeners() {
        return List.of(steps,
                new Timeline(new Screen(new PrintWriter(new WholeLines(this::tell)), Style.PLAIN, false)));
    }

    @Override
    public <T> Optional<T> ask(Function<Session, Optional<T>> dialogue) {
        Optional<T> answer = left ? Optional.empty() : dialogue.apply(atTerminal);
        if (answer.isPresent() || !waits()) {
            return answer;
        }
        sayThatItWaits();
        return reception.orElseThrow().ask(dialogue);
    }

    private boolean waits() {
        return reception.isPresent() && !console.isTerminal() && !run.manner().stepwise()
                && !run.manner().exitOnPause();
    }

    private void sayThatItWaits() {
        if (!left) {
            left = true;
            console.screen().print("Nobody is here to decide. The run waits for `lifeboat attach`.");
        }
    }

    private void tell(String line) {
        reception.ifPresent(open -> open.tell(line));
    }

    @Override
    public boolean isTaken() {
        return console.isTerminal() || run.manner().stepwise() || reception.filter(Reception::isTaken).isPresent();
    }

    @Override
    public void close() {
        reception.ifPresent(Reception::close);
    }
}
