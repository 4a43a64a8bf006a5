package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The paths through bodies and handlers. */
final class Bodies<S> {

    private final Inquiry<S> inquiry;
    private final Values<S> values;
    private Ways<S> skipped = Ways.none();
    private Ways<S> continued = Ways.none();

    Bodies(Inquiry<S> inquiry, Values<S> values) {
        this.inquiry = inquiry;
        this.values = values;
    }

    /** Those that have left by {@code skip}. */
    Ways<S> skipped() {
        return skipped;
    }

    /** Those that have left by {@code continue}. */
    Ways<S> continued() {
        return continued;
    }

    /** @return those that come to the end of the block */
    Ways<S> block(Block block, Ways<S> ways) {
        var through = ways;
        for (var statement : block.statements()) {
            through = statement(statement, through);
        }
        return through;
    }

    private Ways<S> statement(Statement statement, Ways<S> ways) {
        return switch (statement) {
            case Statement.If choice -> choice(choice, ways);
            case Statement.Match match -> match(match, ways);
            case Statement.For loop -> loop(loop, ways);
            case Statement.Require require -> values.fork(require.condition(), ways).holds();
            case Statement.WaitUntil wait -> values.fork(wait.condition(), ways).holds();
            case Statement.Skip skip -> {
                skipped = skipped.and(values.through(skip, ways));
                yield Ways.none();
            }
            case Statement.Policy.Continue policy -> {
                continued = continued.and(ways);
                yield Ways.none();
            }
            case Statement.Policy policy -> Ways.none();
            case Statement.Finish finish -> ended(finish, ways);
            case Statement.Fail fail -> ended(fail, ways);
            case Statement.Let let -> values.through(let, ways);
            case Statement.Call call -> values.through(call, ways);
            case Statement.Wait wait -> values.through(wait, ways);
            case Statement.Notify notify -> values.through(notify, ways);
            case Statement.EscalateTo escalation -> values.through(escalation, ways);
            case Statement.ServiceLevel level -> values.through(level, ways);
            case Statement.Reached reached -> ways;
            case Statement.Ask ask -> values.through(ask, ways);
            case Statement.PointOfNoReturn point -> values.through(point, ways);
        };
    }

    private Ways<S> ended(Statement statement, Ways<S> ways) {
        values.through(statement, ways);
        return Ways.none();
    }

    private Ways<S> choice(Statement.If choice, Ways<S> ways) {
        var blocks = new ArrayList<Node>(choice.branches());
        choice.otherwise().ifPresent(blocks::add);
        var left = ways;
        Ways<S> done = Ways.none();
        for (var branch : choice.branches()) {
            var fork = values.fork(branch.condition(), left);
            done = done.and(block(branch.block(), fork.holds().turned(
                    passing(branch.condition().span(), "left out where this holds", blocks, branch))));
            left = fork.fails();
        }
        var last = choice.otherwise();
        var turn = passing(choice.branches().getFirst().condition().span(), "left out where this does not hold", blocks,
                last.map(Node.class::cast).orElse(choice));
        var rest = left.turned(turn);
        return done.and(last.map(block -> block(block, rest)).orElse(rest));
    }

    private Ways<S> match(Statement.Match match, Ways<S> ways) {
        var blocks = new ArrayList<Node>(match.cases());
        match.otherwise().ifPresent(blocks::add);
        var asked = values.through(match.subject(), ways);
        Ways<S> done = Ways.none();
        for (var option : match.cases()) {
            var words = option.constants().getFirst().span().to(option.constants().getLast().span());
            done = done.and(
                    block(option.block(), asked.turned(passing(words, "left out in this case", blocks, option))));
        }
        return match.otherwise().isEmpty()
                ? done
                : done.and(block(match.otherwise().get(), asked.turned(passing(match.subject().span(),
                        "left out in all other cases", blocks, match.otherwise().get()))));
    }

    private Turn passing(Span span, String why, List<Node> all, Node taken) {
        Set<String> words = new LinkedHashSet<>();
        all.stream().filter(node -> node != taken).forEach(node -> words.addAll(inquiry.words(node)));
        words.removeAll(all.contains(taken) ? inquiry.words(taken) : Set.of());
        return new Turn(span, why, words);
    }

    private Ways<S> loop(Statement.For loop, Ways<S> ways) {
        var begun = values.through(loop.list(), ways);
        var rounds = isNeverEmpty(loop.list())
                ? block(loop.block(), begun)
                : begun.turned(new Turn(loop.list().span(), "left out where this is empty", inquiry.words(loop)));
        return rounds.closed(round -> block(loop.block(), round));
    }

    static boolean isNeverEmpty(Expression list) {
        return list instanceof Expression.ListLiteral literal && !literal.elements().isEmpty();
    }
}
