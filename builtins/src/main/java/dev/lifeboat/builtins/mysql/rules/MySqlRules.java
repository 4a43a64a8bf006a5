package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.interpreter.check.Rule;
import java.util.List;

/** The rules that know MySQL, besides those of the language. */
public final class MySqlRules {
    private MySqlRules() {}

    /** @param versions those that every runbook has to work on, such as {@code 8.0}; none stands for all that Lifeboat handles */
    public static List<Rule> of(List<VersionRange> versions) {
        return List.of(new OrdersAreKept(), new SqlIsSpoken(versions), new FlushIsLocal(), new StopsAreByGtid(),
                new RequirementsAreMet(versions));
    }
}
