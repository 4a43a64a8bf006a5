package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.People.Choice;
import java.util.List;
import java.util.function.Consumer;

/** Stops until a person has decided. The incident's clock, the ladder and the updates go on meanwhile. */
record Pauses(RunContext context, Escalations escalations) {

    People.PauseAnswer ask(String step, String title, Problem problem, List<Choice> choices) {
        return ask(step, title, problem, choices, request -> {});
    }

    /** @param before what is done before a choice is asked for */
    People.PauseAnswer ask(String step, String title, Problem problem, List<Choice> choices,
            Consumer<People.PauseRequest> before) {
        var request = new People.PauseRequest(step, title, problem.message(), problem.evidence(), problem.hint(),
                choices);
        context.recordForced(new Event.Paused(request));
        if (!context.people().attended()) {
            escalations.raise("`" + step + "` waits for somebody to decide: " + problem.message());
        }
        before.accept(request);
        var answer = context.clock().untimed(() -> context.people().choose(request));
        context.recordForced(new Event.PauseAnswered(step, answer));
        if (answer.choice() != Choice.LEAVE && !choices.contains(answer.choice())) {
            throw new IllegalStateException("Nobody offered to " + answer.choice() + " at " + step + ".");
        }
        return answer;
    }
}
