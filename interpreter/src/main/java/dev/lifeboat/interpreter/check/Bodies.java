package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.value.Type;

/** Names and types in bodies and handlers. */
final class Bodies {

    private final Context context;
    private final Expressions expressions;
    private final Binder binder;
    private final Messages messages;
    private final Narrowing narrowing;
    private final Matches matches;

    Bodies(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
        this.binder = new Binder(context);
        this.messages = new Messages(context, expressions);
        this.narrowing = new Narrowing(context.book());
        this.matches = new Matches(context, expressions);
    }

    /** The flow goes through the block: what is bound on its top level is in the flow's scope afterwards. */
    void through(Block block, Flow flow) {
        block.statements().forEach(statement -> statement(statement, flow));
    }

    private void inside(Block block, Facts facts, Flow flow) {
        var inner = flow.inner();
        inner.learn(facts);
        through(block, inner);
    }

    private void statement(Statement statement, Flow flow) {
        switch (statement) {
            case Statement.Let let -> let(let, flow);
            case Statement.Call call -> call(call.call(), flow);
            case Statement.If choice -> choice(choice, flow);
            case Statement.Match match -> match(match, flow);
            case Statement.For loop -> loop(loop, flow);
            case Statement.Wait wait -> expressions.want(wait.duration(), Type.DURATION, "What follows `wait`", flow);
            case Statement.WaitUntil wait -> waitUntil(wait, flow);
            case Statement.Require require -> require(require, flow);
            case Statement.Notify notify -> messages.check(notify.message(), flow);
            case Statement.EscalateTo escalation -> expressions.type(escalation.why(), flow);
            case Statement.ServiceLevel level -> expressions.type(level.affected(), flow);
            case Statement.Reached reached -> messages.objective(reached.objective());
            case Statement.Ask ask -> ask(ask, flow);
            case Statement.PointOfNoReturn point -> expressions.type(point.why(), flow);
            case Statement.Skip skip -> expressions.type(skip.why(), flow);
            case Statement.Finish finish -> expressions.type(finish.why(), flow);
            case Statement.Fail fail -> expressions.type(fail.why(), flow);
            case Statement.Policy policy -> {
            }
        }
    }

    private void let(Statement.Let let, Flow flow) {
        var declared = let.type().map(name -> messages.typeNamed(name));
        var type = declared.map(wanted -> expressions.want(let.value(), wanted, "`" + let.name().text() + "`", flow))
                .orElseGet(() -> answered(let.value(), flow));
        binder.bind(new Binding.Local(let.name().text()), let.name(), declared.orElse(type), flow);
    }

    /** The type of a value that is bound; it may not be there, but it has to be one. */
    private Type answered(Expression value, Flow flow) {
        var type = expressions.type(value, flow);
        return type.equals(Type.NO_ANSWER) ? expressions.certain(value, type, flow) : type;
    }

    private void call(Expression.BuiltinCall call, Flow flow) {
        var answer = expressions.type(call, flow);
        var resolved = context.tables().calls.get(call);
        if (resolved != null && resolved.signature().effect().atMost(Effect.PROBES) && !answer.equals(Type.NO_ANSWER)) {
            var written = call.span().text();
            context.error(CheckCode.ANSWER_DROPPED, call.span(),
                    "`" + resolved.signature().word() + "` only answers, and its answer is dropped.",
                    answer.equals(Type.BOOL)
                            ? Hint.of("To insist on it, write `require " + written + "`.")
                                    .perhaps(written, "require " + written)
                            : Hint.of("Bind it: `let name = " + written + "`."));
        }
    }

    private void choice(Statement.If choice, Flow flow) {
        var ended = true;
        var so = flow.inner();
        for (var branch : choice.branches()) {
            expressions.condition(branch.condition(), "The condition of an `if`", so);
            inside(branch.block(), narrowing.holds(branch.condition()), so);
            so.learn(narrowing.fails(branch.condition()));
            ended &= Endings.always(branch.block());
        }
        choice.otherwise().ifPresent(block -> inside(block, Facts.NONE, so));
        if (ended) {
            flow.learn(so.facts());
        }
    }

    private void match(Statement.Match match, Flow flow) {
        matches.check(match, flow);
        match.cases().forEach(option -> inside(option.block(), Facts.NONE, flow));
        match.otherwise().ifPresent(block -> inside(block, Facts.NONE, flow));
    }

    private void loop(Statement.For loop, Flow flow) {
        var element = expressions.lists().elementOf(loop.list(), "What follows `in`", flow);
        var inner = flow.inner();
        binder.bind(new Binding.Local(loop.variable().text()), loop.variable(), element, inner);
        through(loop.block(), inner);
    }

    private void waitUntil(Statement.WaitUntil wait, Flow flow) {
        expressions.condition(wait.condition(), "The condition of a `wait until`", flow.inner());
        expressions.want(wait.every(), Type.DURATION, "What follows `every`", flow);
        expressions.want(wait.timeout(), Type.DURATION, "What follows `timeout`", flow);
        wait.stall().ifPresent(stall -> {
            expressions.type(stall.value(), flow);
            expressions.want(stall.unchangedFor(), Type.DURATION, "What follows `unchanged for`", flow);
        });
        flow.learn(narrowing.holds(wait.condition()));
    }

    /** The message is needed only where the condition does not hold. */
    private void require(Statement.Require require, Flow flow) {
        expressions.condition(require.condition(), "The condition of a `require`", flow);
        require.message().ifPresent(message -> {
            var failing = flow.inner();
            failing.learn(narrowing.fails(require.condition()));
            expressions.type(message, failing);
        });
        flow.learn(narrowing.holds(require.condition()));
    }

    private void ask(Statement.Ask ask, Flow flow) {
        expressions.type(ask.question(), flow);
        Type type = switch (ask.answer()) {
            case Statement.Answer.OfType of -> messages.typeNamed(of.type());
            case Statement.Answer.OneOf one -> expressions.lists().elementOf(one.list(), "What follows `one of`", flow);
            case Statement.Answer.ManyOf many ->
                new Type.ListOf(expressions.lists().elementOf(many.list(), "What follows `many of`", flow));
        };
        if (Types.holdsSecret(type)) {
            context.error(CheckCode.SECRET, ask.answer().span(),
                    "A secret can't be asked for: the answer would be journaled.",
                    "Secrets come from the inventory, by `secret(\"name\")`.");
        }
        binder.bind(new Binding.Local(ask.name().text()), ask.name(), type, flow);
    }
}
