package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.IntLiteral;
import dev.lifeboat.grammar.tree.Expression.Role;
import dev.lifeboat.grammar.tree.Expression.Text;
import java.util.List;
import java.util.Optional;

/** What stands in a body or a handler, one a line. */
public sealed interface Statement extends Node {

    /** {@code let name: type = value}. */
    record Let(Name name, Optional<TypeName> type, Expression value, Span span) implements Statement {}

    record Call(Expression.BuiltinCall call, Span span) implements Statement {}

    record If(List<Branch> branches, Optional<Block> otherwise, Span span) implements Statement {
        public If {
            branches = List.copyOf(branches);
        }
    }

    /** A condition of an {@code if} or {@code else if}, and what is done if it is the first that holds. */
    record Branch(Expression condition, Block block, Span span) implements Node {}

    record Match(Expression subject, List<Case> cases, Optional<Block> otherwise, Span span) implements Statement {
        public Match {
            cases = List.copyOf(cases);
        }
    }

    /** {@code HUNG, DISK_FULL { … }}. */
    record Case(List<Name> constants, Block block, Span span) implements Node {
        public Case {
            constants = List.copyOf(constants);
        }
    }

    record For(Name variable, Expression list, Block block, Span span) implements Statement {}

    record Wait(Expression duration, Span span) implements Statement {}

    /** {@code wait until condition every D timeout D [failing if … unchanged for D]}. */
    record WaitUntil(Expression condition, Expression every, Expression timeout, Optional<Stall> stall,
            Span span) implements Statement {}

    /** {@code failing if value unchanged for D}: how a wait sees that there is no progress. */
    record Stall(Expression value, Expression unchangedFor, Span span) implements Node {}

    record Require(Expression condition, Optional<Text> message, Span span) implements Statement {}

    /** {@code notify @a, @b via channel, … "text"}; without {@code via} there are no channels. */
    record Notify(List<Role> roles, List<Name> channels, Message message, Span span) implements Statement {
        public Notify {
            roles = List.copyOf(roles);
            channels = List.copyOf(channels);
        }
    }

    record EscalateTo(Role role, Text why, Span span) implements Statement {}

    record ServiceLevel(IntLiteral level, Text affected, Span span) implements Statement {}

    record Reached(Name objective, Span span) implements Statement {}

    record Ask(Name name, Answer answer, Text question, Span span) implements Statement {}

    /** What may be answered: a value of a type, or one or many of a list. */
    sealed interface Answer extends Node {

        record OfType(TypeName type, Span span) implements Answer {}

        record OneOf(Expression list, Span span) implements Answer {}

        record ManyOf(Expression list, Span span) implements Answer {}
    }

    record PointOfNoReturn(Text why, Span span) implements Statement {}

    record Skip(Text why, Span span) implements Statement {}

    record Finish(Text why, Span span) implements Statement {}

    record Fail(Text why, Span span) implements Statement {}

    /** How a failure ends. The parser takes these in every block; they belong into {@code on failure}. */
    sealed interface Policy extends Statement {

        record Continue(Span span) implements Policy {}

        /** {@code rollback [to before STEP]}. */
        record Rollback(Optional<Name> toBefore, Span span) implements Policy {}

        record Pause(Span span) implements Policy {}

        record Stop(Span span) implements Policy {}

        /** {@code retry at most N times}. */
        record Retry(IntLiteral atMost, Span span) implements Policy {}
    }
}
