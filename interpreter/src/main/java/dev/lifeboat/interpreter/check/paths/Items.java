package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.interpreter.check.CheckedStep;
import java.util.List;
import java.util.Optional;

/** The paths through phases, and through what stands in them. */
final class Items<S> {

    private final Inquiry<S> inquiry;
    private final Stage stage;
    private final Optional<Stretch<S>> around;
    private final boolean allSucceed;

    /**
     * @param around     the {@code perform} that this is done for
     * @param allSucceed whether only those ways are wanted on which no step fails
     */
    Items(Inquiry<S> inquiry, Stage stage, Optional<Stretch<S>> around, boolean allSucceed) {
        this.inquiry = inquiry;
        this.stage = stage;
        this.around = around;
        this.allSucceed = allSucceed;
    }

    Ways<S> phase(Phase phase, Ways<S> ways) {
        return done(phase, ways).map(way -> way.knowing(inquiry.tracked().stillAsked(way.known(), phase.span().end())));
    }

    private Ways<S> done(Phase phase, Ways<S> ways) {
        if (phase.when().isEmpty()) {
            return through(phase.items(), ways);
        }
        var when = phase.when().get();
        var fork = values().fork(when, ways);
        var skipped = fork.fails().turned(new Turn(when.span(),
                "phase `" + phase.name().text() + "` is skipped unless this holds", inquiry.words(phase)));
        return through(phase.items(), fork.holds()).and(new StepPaths<>(inquiry, stage).allSkipped(phase, skipped));
    }

    Ways<S> through(List<Item> items, Ways<S> ways) {
        var through = ways;
        for (var item : items) {
            through = item(item, through);
        }
        return through;
    }

    private Ways<S> item(Item item, Ways<S> ways) {
        return switch (item) {
            case Item.Step step -> step(step, ways);
            case Item.Manual manual -> step(manual, ways);
            case Item.Perform perform -> step(perform, ways);
            case Item.Parallel parallel -> inOrder(parallel.items(), ways)
                    .and(inOrder(parallel.items().reversed(), ways));
            case Item.ForEach loop -> loop(loop, ways);
        };
    }

    /** One of the orders in which branches may come. */
    private Ways<S> inOrder(List<Item> branches, Ways<S> ways) {
        var through = ways;
        for (var i = 0; i < branches.size(); i++) {
            for (var later : branches.subList(i + 1, branches.size())) {
                through = through.turned(new Turn(place(later), "side by side with it, so maybe later",
                        inquiry.words(later)));
            }
            through = item(branches.get(i), through);
        }
        return through;
    }

    private Span place(Item branch) {
        return inquiry.draft().step(branch).map(CheckedStep::nameSpan).orElse(branch.span());
    }

    private Ways<S> step(Item item, Ways<S> ways) {
        return inquiry.draft().step(item)
                .map(step -> new StepPaths<>(inquiry, stage).through(step, around, allSucceed, ways))
                .orElse(ways);
    }

    private Ways<S> loop(Item.ForEach loop, Ways<S> ways) {
        var listed = values().through(loop.list(), ways);
        var some = is(loop.list(), true, listed);
        if (loop.atLeast().filter(least -> least.value() > 0).isPresent()) {
            return oneSucceeds(loop, some);
        }
        var all = loop.atLeast().isPresent() ? rounds(loop, through(loop.items(), some)) : oneSucceeds(loop, some);
        return Bodies.isNeverEmpty(loop.list())
                ? all
                : all.and(is(loop.list(), false, listed).turned(
                        new Turn(loop.list().span(), "left out where this is empty", inquiry.words(loop))));
    }

    /** Which of the rounds that is, nobody knows. */
    private Ways<S> oneSucceeds(Item.ForEach loop, Ways<S> begun) {
        return rounds(loop, new Items<>(inquiry, stage, around, true).through(loop.items(), rounds(loop, begun)));
    }

    /** Any number of them. */
    private Ways<S> rounds(Item.ForEach loop, Ways<S> begun) {
        return begun.closed(round -> through(loop.items(), round));
    }

    /** The ways on which the list has elements, or has none. */
    private Ways<S> is(Expression list, boolean filled, Ways<S> ways) {
        return ways.where(known -> inquiry.tracked().assume(known, list, filled, stage.owner()));
    }

    private Values<S> values() {
        return new Values<>(inquiry, stage, around.orElseGet(() -> new Stretch<>(Optional.empty())));
    }
}
