package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Outcome;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.Optional;
import java.util.Set;

/** The paths through a step: done, skipped, or failed and gone on from. */
final class StepPaths<S> {

    private final Inquiry<S> inquiry;
    private final Stage stage;

    StepPaths(Inquiry<S> inquiry, Stage stage) {
        this.inquiry = inquiry;
        this.stage = stage;
    }

    /** @param mustSucceed whether the ways on which it fails are not wanted */
    Ways<S> through(CheckedStep step, Optional<Stretch<S>> around, boolean mustSucceed, Ways<S> ways) {
        var stretch = new Stretch<>(around);
        var values = new Values<>(inquiry, stage.at(step), stretch);
        var bodies = new Bodies<>(inquiry, values);
        var wanted = step.clauses().when().map(when -> values.fork(when, ways))
                .orElseGet(() -> new Fork<>(ways, Ways.none()));
        var begun = stretch.reach(wanted.holds());
        var approved = step.clauses().approval()
                .map(approval -> stretch.reach(inquiry.happens(new Event.Approved(approval), begun))).orElse(begun);
        var worked = work(step, values, bodies, stretch, approved);
        var done = step.handlers().verify().map(verify -> bodies.block(verify, worked)).orElse(worked);
        step.handlers().undo().ifPresent(undo -> handler(step, undo, Optional.empty(), stretch.reached()));
        var failed = step.handlers().onFailure().map(failure -> failed(step, failure, around, stretch.reached()));
        var ended = ended(step, Outcome.SUCCEEDED, done).and(skipped(step, wanted.fails(), bodies.skipped()));
        return mustSucceed ? ended : failed.map(ended::and).orElse(ended);
    }

    private Ways<S> work(CheckedStep step, Values<S> values, Bodies<S> bodies, Stretch<S> stretch, Ways<S> ways) {
        return step.item() instanceof Item.Perform perform
                ? perform(perform, values, stretch, ways)
                : step.body().map(body -> bodies.block(body, ways)).orElse(ways);
    }

    private Ways<S> perform(Item.Perform perform, Values<S> values, Stretch<S> stretch, Ways<S> ways) {
        var resolved = inquiry.draft().procedure(perform).filter(found -> !stage.isInside(found));
        if (resolved.isEmpty()) {
            inquiry.unclear();
            return ways;
        }
        var begun = ways;
        for (Node argument : perform.arguments()) {
            begun = values.through(argument, begun);
        }
        return new Items<>(inquiry, stage.inside(perform, resolved.get()), Optional.of(stretch), false)
                .through(resolved.get().procedure().items(), begun);
    }

    private Ways<S> skipped(CheckedStep step, Ways<S> unwanted, Ways<S> left) {
        var because = step.clauses().when().map(when -> unwanted.turned(new Turn(when.span(),
                "step `" + step.name() + "` is skipped unless this holds", words(step)))).orElse(unwanted);
        var inBody = left.turned(new Turn(first(step.item(), Statement.Skip.class, step.nameSpan()),
                "step `" + step.name() + "` may be skipped", words(step)));
        return ended(step, Outcome.SKIPPED, because.and(inBody));
    }

    private Ways<S> failed(CheckedStep step, Block failure, Optional<Stretch<S>> around, Ways<S> brokenOff) {
        var known = ended(step, Outcome.FAILED, brokenOff).and(ended(step, Outcome.UNKNOWN, brokenOff));
        var place = first(failure, Statement.Policy.Continue.class, failure.span());
        return handler(step, failure, around, known).turned(new Turn(place,
                "step `" + step.name() + "` may have failed, and the run goes on", words(step)));
    }

    private static Span first(Node part, Class<? extends Statement> kind, Span otherwise) {
        return TreeWalk.within(part, kind).findFirst().map(Node::span).orElse(otherwise);
    }

    /** @return those on which the run goes on */
    private Ways<S> handler(CheckedStep step, Block handler, Optional<Stretch<S>> around, Ways<S> ways) {
        var stretch = new Stretch<>(around);
        var bodies = new Bodies<>(inquiry, new Values<>(inquiry, stage.at(step), stretch));
        bodies.block(handler, stretch.reach(ways));
        return bodies.continued();
    }

    private Set<String> words(CheckedStep step) {
        return inquiry.words(step.item());
    }

    private Ways<S> ended(CheckedStep step, String outcome, Ways<S> ways) {
        return ways.map(way -> way
                .knowing(inquiry.tracked().ended(way.known(), stage.owner(), step.name(), outcome)));
    }

    /** What a phase that is skipped leaves of its steps. */
    Ways<S> allSkipped(Phase phase, Ways<S> ways) {
        var skipped = ways;
        for (var item : TreeWalk.within(phase, Item.class).toList()) {
            var before = skipped;
            skipped = inquiry.draft().step(item).map(step -> ended(step, Outcome.SKIPPED, before)).orElse(before);
        }
        return skipped;
    }
}
