package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Statement;

/** Whether a block is left on every path before what stands behind it. */
public final class Endings {

    private Endings() {}

    /** Whether every path through the block ends with `skip`, `finish`, `fail` or a policy. */
    public static boolean always(Block block) {
        return block.statements().stream().anyMatch(Endings::always);
    }

    /** Whether nothing behind the statement is ever reached. */
    public static boolean always(Statement statement) {
        return switch (statement) {
            case Statement.Skip skip -> true;
            case Statement.Finish finish -> true;
            case Statement.Fail fail -> true;
            case Statement.Policy policy -> true;
            case Statement.If choice -> choice.otherwise().filter(Endings::always).isPresent()
                    && choice.branches().stream().allMatch(branch -> always(branch.block()));
            case Statement.Match match -> match.otherwise().map(Endings::always).orElse(true)
                    && match.cases().stream().allMatch(option -> always(option.block()));
            case Statement.Let let -> false;
            case Statement.Call call -> false;
            case Statement.For loop -> false;
            case Statement.Wait wait -> false;
            case Statement.WaitUntil wait -> false;
            case Statement.Require require -> false;
            case Statement.Notify notify -> false;
            case Statement.EscalateTo escalation -> false;
            case Statement.ServiceLevel level -> false;
            case Statement.Reached reached -> false;
            case Statement.Ask ask -> false;
            case Statement.PointOfNoReturn point -> false;
        };
    }
}
