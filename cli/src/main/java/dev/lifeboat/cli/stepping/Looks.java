package dev.lifeboat.cli.stepping;

import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.People.Choice;
import dev.lifeboat.interpreter.world.People.PauseRequest;
import dev.lifeboat.interpreter.world.Standpoint;
import java.util.List;
import java.util.Optional;

/** Answers what only asks for what the run knows. */
record Looks(Prompt prompt, StepList steps, Optional<Standpoint> here, Optional<PauseRequest> pause) {

    void next() {
        here.ifPresentOrElse(point -> {
            prompt.say(point.text());
            point.changes().forEach(call -> prompt.say("  changes: " + call));
        }, this::nothing);
    }

    void undo() {
        here.ifPresentOrElse(point -> point.objection().ifPresentOrElse(prompt::say, () -> undo(point.undoable())),
                this::nothing);
    }

    private void undo(List<String> undoable) {
        if (undoable.isEmpty()) {
            prompt.say("It has changed nothing that `undo` would have to take back.");
        }
        undoable.forEach(line -> prompt.say("  " + line));
    }

    void print(String expression) {
        here.ifPresentOrElse(point -> {
            try {
                prompt.say(point.value(expression));
            } catch (Failure failure) {
                failed(failure);
            }
        }, this::nothing);
    }

    void failed(Failure failure) {
        prompt.say(failure.getMessage());
        if (!failure.hint().isEmpty()) {
            prompt.say("hint: " + failure.hint());
        }
    }

    void status() {
        here.ifPresent(point -> prompt.say(
                point.brief().phase() + ", " + Texts.duration(point.brief().elapsed())
                        + " after the beginning of the incident"));
        pause.ifPresentOrElse(this::paused,
                () -> here.ifPresent(point -> prompt.say("before " + point.step() + ": " + point.title())));
    }

    private void paused(PauseRequest request) {
        prompt.say("paused at " + request.step() + ": " + request.title());
        prompt.say("  " + request.problem());
        request.evidence().forEach(line -> prompt.say("    " + line));
        if (!request.hint().isEmpty()) {
            prompt.say("    hint: " + request.hint());
        }
    }

    void list() {
        steps.lines(here.map(Standpoint::step).or(() -> pause.map(PauseRequest::step)).orElse("")).forEach(prompt::say);
    }

    void brief() {
        here.map(Standpoint::brief).ifPresentOrElse(brief -> {
            prompt.say(brief.title());
            prompt.say("  since " + Texts.duration(brief.elapsed()) + ", phase " + brief.phase() + ", service level "
                    + brief.level() + (brief.affected().isEmpty() ? "" : ": " + brief.affected()));
            brief.done().forEach(done -> prompt.say("  done: " + done));
            status();
        }, this::status);
    }

    void help() {
        Word.fitting(choices()).forEach(word -> prompt.say(String.format("  %-18s %s", word.form(), word.does())));
    }

    Optional<List<Choice>> choices() {
        return pause.map(PauseRequest::choices);
    }

    private void nothing() {
        prompt.say("That can't be told here.");
    }
}
