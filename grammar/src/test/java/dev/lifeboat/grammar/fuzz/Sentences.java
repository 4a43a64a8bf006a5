package dev.lifeboat.grammar.fuzz;

import dev.lifeboat.grammar.parser.RunbookLexer;
import dev.lifeboat.grammar.parser.RunbookParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.StarLoopEntryState;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Makes up files by walking the grammar: every alternative comes up in time. A third of the files are sloppy: of those
 * mistakes that the grammar knows by a token of their own they make a few.
 */
public final class Sentences {

    private static final ATN GRAMMAR = RunbookParser._ATN;
    private static final int SHALLOW = 7;
    private static final int DEEP = 8;
    private static final int LONG = 400;
    private static final int SELDOM = 12;
    private static final int DEAR = 1_000;
    private static final int UNREACHABLE = 1_000_000;
    private static final List<Integer> LONG_LISTS = List.of(RunbookParser.RULE_sourceFile, RunbookParser.RULE_items,
            RunbookParser.RULE_block);
    private static final IntervalSet MISTAKES = mistakes();
    private static final IntervalSet NO_DURATIONS = MISTAKES
            .or(new IntervalSet(RunbookLexer.INT, RunbookLexer.DECIMAL, RunbookLexer.SIZE, RunbookLexer.PERCENT));
    private static final IntervalSet IN_NO_RUNBOOK = MISTAKES.or(IntervalSet.of(RunbookLexer.LIBRARY))
            .or(IntervalSet.of(RunbookLexer.PROCEDURE));
    private static final IntervalSet IN_NO_LIBRARY = MISTAKES.or(IntervalSet.of(RunbookLexer.RUNBOOK))
            .or(new IntervalSet(RunbookLexer.PHASE, RunbookLexer.PARAM, RunbookLexer.UPDATES));
    private static final int[] COSTS = costs();

    private final Random random;
    private final Spelling spelling;
    private List<Integer> tokens;
    private IntervalSet unwanted;
    private boolean isSloppy;

    public Sentences(Spelling spelling, Random random) {
        this.spelling = spelling;
        this.random = random;
    }

    /** A runbook or a library. */
    public String file() {
        tokens = new ArrayList<>();
        isSloppy = random.nextInt(3) == 0;
        unwanted = random.nextInt(5) > 0 ? IN_NO_RUNBOOK : IN_NO_LIBRARY;
        walk(RunbookParser.RULE_sourceFile, 0);
        return spelling.of(tokens);
    }

    private void walk(int rule, int depth) {
        ATNState state = GRAMMAR.ruleToStartState[rule];
        while (!(state instanceof RuleStopState)) {
            var transition = choose(state, depth);
            if (transition instanceof RuleTransition call) {
                walk(call.ruleIndex, depth + 1);
                state = call.followState;
            } else {
                if (!transition.isEpsilon()) {
                    tokens.add(choose(transition.label()));
                }
                state = transition.target;
            }
        }
    }

    /** The deeper and the longer, the more it hurries to an end. */
    private Transition choose(ATNState state, int depth) {
        var ways = state.getTransitions();
        if (ways.length == 1) {
            return ways[0];
        }
        if (depth > SHALLOW + random.nextInt(DEEP) || tokens.size() > random.nextInt(LONG) + LONG) {
            return Arrays.stream(ways).min(Comparator.comparingInt(way -> cost(way, COSTS))).orElseThrow();
        }
        var goesOn = state instanceof StarLoopEntryState && LONG_LISTS.contains(state.ruleIndex)
                && random.nextBoolean();
        var way = ways[goesOn ? 0 : random.nextInt(ways.length)];
        return isUnwanted(way) && !slips() ? choose(state, depth) : way;
    }

    private boolean isUnwanted(Transition way) {
        var first = way.isEpsilon() ? GRAMMAR.nextTokens(way.target) : way.label();
        var isDuration = way.target.ruleIndex == RunbookParser.RULE_duration;
        return !first.isNil() && first.subtract(isDuration ? NO_DURATIONS : unwanted).isNil();
    }

    private int choose(IntervalSet label) {
        if (label.contains(RunbookLexer.NAME) && random.nextInt(12) > 0) {
            return RunbookLexer.NAME;
        }
        var token = label.get(random.nextInt(label.size()));
        var hasOthers = !label.subtract(unwanted).isNil();
        return hasOthers && unwanted.contains(token) && !slips() ? choose(label) : token;
    }

    private boolean slips() {
        return isSloppy && random.nextInt(SELDOM) == 0;
    }

    private static IntervalSet mistakes() {
        return new IntervalSet(IntStream.rangeClosed(1, RunbookLexer.VOCABULARY.getMaxTokenType())
                .filter(type -> RunbookLexer.VOCABULARY.getSymbolicName(type).matches("(BAD_|WRONG_|UNCLOSED_).*"))
                .toArray());
    }

    private static int cost(Transition way, int[] costs) {
        return switch (way) {
            case RuleTransition call ->
                1 + costs[GRAMMAR.ruleToStartState[call.ruleIndex].stateNumber] + costs[call.followState.stateNumber];
            default -> costs[way.target.stateNumber] + (way.isEpsilon() ? 0 : cost(way.label()));
        };
    }

    private static int cost(IntervalSet label) {
        return label.subtract(MISTAKES).isNil() ? DEAR : 1;
    }

    /** The least number of tokens and rules from each state to the end of its rule. */
    private static int[] costs() {
        var costs = new int[GRAMMAR.states.size()];
        Arrays.fill(costs, UNREACHABLE);
        for (var changed = true; changed;) {
            changed = false;
            for (var state : GRAMMAR.states) {
                var cost = state instanceof RuleStopState ? 0 : cheapest(state, costs);
                changed |= cost < costs[state.stateNumber];
                costs[state.stateNumber] = Math.min(cost, costs[state.stateNumber]);
            }
        }
        return costs;
    }

    private static int cheapest(ATNState state, int[] costs) {
        return Arrays.stream(state.getTransitions()).mapToInt(way -> cost(way, costs)).min().orElse(UNREACHABLE);
    }
}
