package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.stream.Collectors;

/** A call that somebody makes beside the runbook. It passes the gate as any other, belongs to the step that the run stands at, and is taken back with it. */
record AdHocCall(Parts parts, StepSite site) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** @return what came of it, for people */
    String make(String text) {
        var limit = site.timeout().orElse(LIMIT);
        try {
            return parts.context().clock().within(limit, () -> told(text, value(text)));
        } catch (Failure failure) {
            return told(failure);
        } catch (Clock.DeadlinePassed passed) {
            return "It was not finished within " + Texts.duration(limit) + "."
                    + (passed.interrupted().isEmpty() ? "" : " Nobody saw what came of it.");
        }
    }

    private Value value(String text) {
        var context = parts.context();
        var aside = context.program.aside(site.step().item(), text);
        return new Evaluator(aside.program(), (signature, arguments) -> context
                .call(new Gate.Site(site.name(), false), signature, arguments))
                .value(aside.expression(), aside.frame(site.frame(context)));
    }

    private static String told(String text, Value answer) {
        return answer == null || answer.equals(Value.NONE) || Texts.of(answer).isBlank()
                ? "`" + text + "` was done."
                : "`" + text + "` is " + Texts.of(answer) + ".";
    }

    private static String told(Failure failure) {
        var evidence = failure.evidence().stream().map(line -> "\n  " + line).collect(Collectors.joining());
        return "It failed: " + failure.getMessage() + evidence
                + (failure.hint().isEmpty() ? "" : "\n  hint: " + failure.hint());
    }
}
