package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.ResolvedCall;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;

/** Where something is applied up to a transaction, it is named by its GTID: a second holds many. */
final class StopsAreByGtid implements Rule {
    private static final String UNTIL = "before";
    private static final String BY_TIME = "backup.first_since";
    private static final String OPTION = "--stop-datetime";

    @Override
    public void check(Draft draft, Findings findings) {
        List<Span> byTime = draft.nodes(Expression.BuiltinCall.class).filter(call -> isByTime(call, draft))
                .map(Expression::span).toList();
        draft.nodes(Expression.BuiltinCall.class).flatMap(call -> draft.call(call).stream())
                .filter(call -> call.signature().effect().alters())
                .forEach(call -> call(call, byTime, findings));
        draft.nodes(Expression.Text.class)
                .filter(text -> draft.type(text).filter(Type.COMMAND::equals).isPresent())
                .forEach(text -> command(text, findings));
    }

    private static boolean isByTime(Expression.BuiltinCall call, Draft draft) {
        return draft.call(call).filter(resolved -> resolved.signature().word().equals(BY_TIME)).isPresent();
    }

    /** What was found by a time is to be seen by somebody before anything is done up to it. */
    private static void call(ResolvedCall call, List<Span> byTime, Findings findings) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.signature().parameters().get(i).name().equals(UNTIL)) {
                call.arguments().get(i).map(Expression::span)
                        .filter(span -> byTime.stream().anyMatch(found -> covers(span, found)))
                        .ifPresent(span -> findings.warning(MySqlCode.STOP_BY_TIME, span,
                                "A stop by time may be some transactions too early or too late: a second holds many.",
                                "Show what was found to somebody who decides, or name the first transaction that is not wanted: `before: gtids(\"…\")`."));
            }
        }
    }

    private static boolean covers(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static void command(Expression.Text text, Findings findings) {
        int place = text.span().text().indexOf(OPTION);
        if (place >= 0) {
            int start = text.span().start() + place;
            findings.warning(MySqlCode.STOP_BY_TIME,
                    new Span(text.span().source(), start, start + OPTION.length()),
                    "`" + OPTION
                            + "` stops at a second of the client's own time zone, and a second holds many transactions.",
                    "Write `--exclude-gtids` or `--include-gtids`.");
        }
    }
}
