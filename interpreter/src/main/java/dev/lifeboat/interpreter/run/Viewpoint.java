package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.Aside;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.Standpoint;
import java.util.List;
import java.util.Optional;

/** A step that the run stands at, to look at: nothing of it reaches the journal or the outside. */
record Viewpoint(Parts parts, StepSite site, Optional<People.PauseRequest> pause, StepBack back, String said)
        implements
            Standpoint {

    @Override
    public String step() {
        return site.name();
    }

    @Override
    public String title() {
        return site.title();
    }

    @Override
    public String text() {
        var span = site.step().item().span();
        return (" ".repeat(span.source().columnAt(span.start()) - 1) + span.text()).stripIndent();
    }

    @Override
    public List<String> changes() {
        return site.step().alterations().stream().map(call -> call.span().text()).toList();
    }

    @Override
    public List<String> undoable() {
        return back.undoable();
    }

    @Override
    public Optional<String> objection() {
        return back.objection();
    }

    @Override
    public String value(String expression) {
        var bound = site.entry().frame(parts.context()).bound().get(expression.strip());
        return Texts.of(bound == null ? evaluated(aside(expression)) : bound);
    }

    @Override
    public boolean alters(String call) {
        return aside(call).calls().anyMatch(signature -> signature.effect().alters());
    }

    private Aside aside(String expression) {
        return parts.context().program.aside(site.step().item(), expression);
    }

    private Value evaluated(Aside aside) {
        aside.calls().filter(signature -> !signature.pure()).findFirst().ifPresent(asking -> {
            throw Failure.of("`" + asking.word() + "` asks the outside, which `print` does not.")
                    .hint("`call` does, and keeps it in the journal.");
        });
        return new Evaluator(aside.program(), this::pure).value(aside.expression(),
                aside.frame(site.place().frame().inner(new Glance(parts.context(), site.place()))));
    }

    private Value pure(Signature signature, List<Value> arguments) {
        return parts.context().call(new Gate.Site(site.name(), false), signature, arguments);
    }

    @Override
    public Brief brief() {
        var incident = parts.context().incident;
        return new Brief(incident.title(), incident.phase(), incident.elapsed(), incident.level().number(),
                incident.level().affected(), incident.actions());
    }

    /** What is known outside of a body, without reading the clock for the run. */
    private record Glance(RunContext context, Place place) implements Frame.Surroundings {

        @Override
        public Value step(String name, int shared) {
            return place.step(name, shared);
        }

        @Override
        public Value named(String name) {
            return name.equals(Incident.NAME)
                    ? context.incident.value(context.clock().now())
                    : context.names().find(name).orElse(Value.NONE);
        }
    }
}
