package dev.lifeboat.interpreter.check.budget;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Declaration.Procedure;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.SourceFile.Runbook;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.ResolvedPerform;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.check.budget.Price.Priced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sums of times over the steps of a runbook. */
public final class Course {

    private final Price price;
    private final Function<Item.Perform, Optional<ResolvedPerform>> procedures;

    /** Deeper than procedures may perform each other, which is said elsewhere; nothing is counted there. */
    private static final int DEEPEST = 100;

    /** Of procedures that were summed up already; one that performs itself counts nothing inside itself. */
    private final Map<Procedure, Estimate> known = new IdentityHashMap<>();

    private int depth;

    private Course(Price price, Function<Item.Perform, Optional<ResolvedPerform>> procedures) {
        this.price = price;
        this.procedures = procedures;
    }

    /** As it normally goes; what stands behind a `when` counts nothing. */
    public static Course normal(Function<Item.Perform, Optional<ResolvedPerform>> procedures) {
        return new Course(Price.NORMAL, procedures);
    }

    /** With every attempt running into its timeout. */
    public static Course worst(Function<Item.Perform, Optional<ResolvedPerform>> procedures) {
        return new Course(Price.WORST, procedures);
    }

    public Estimate of(Phase phase) {
        return of(phase.items());
    }

    /** The whole run. */
    public Estimate of(Runbook runbook) {
        return Estimate.sum(runbook.phases().stream().map(phase -> counted(phase, phase.items())).toList());
    }

    /**
     * Until the objective is met, by the end of the step that has its `reached`; the whole run where no step has one.
     */
    public Estimate until(String objective, Runbook runbook) {
        var parts = new ArrayList<Estimate>();
        for (var phase : runbook.phases()) {
            parts.add(counted(phase, upTo(objective, phase.items())));
            if (phase.items().stream().anyMatch(item -> reaches(item, objective))) {
                break;
            }
        }
        return Estimate.sum(parts);
    }

    private static Estimate skipped(Phase phase) {
        return new Estimate(List.of(), List.of(new Estimate.Uncounted(phase.name().text(), "a phase behind a `when`")));
    }

    private Estimate counted(Phase phase, List<Item> items) {
        return phase.when().isPresent() && price == Price.NORMAL ? skipped(phase) : of(items);
    }

    private static List<Item> upTo(String objective, List<Item> items) {
        var reaching = items.stream().filter(item -> reaches(item, objective)).findFirst();
        return reaching.map(item -> items.subList(0, items.indexOf(item) + 1)).orElse(items);
    }

    /** The steps until the objective is met. */
    static List<String> namesUntil(String objective, Runbook runbook) {
        var names = new ArrayList<String>();
        for (var phase : runbook.phases()) {
            names.addAll(names(upTo(objective, phase.items())));
            if (phase.items().stream().anyMatch(item -> reaches(item, objective))) {
                return names;
            }
        }
        return names;
    }

    /** The steps among the items and within them. */
    static List<String> names(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Step step -> Stream.of(step.name().text());
            case Item.Manual manual -> Stream.of(manual.name().text());
            case Item.Perform perform -> Stream.of(perform.name().text());
            case Item.Parallel parallel -> names(parallel.items()).stream();
            case Item.ForEach loop -> names(loop.items()).stream();
        }).toList();
    }

    /** Whether an item says that an objective is met. */
    public static boolean reaches(Item item, String objective) {
        return TreeWalk.within(item, Statement.Reached.class)
                .anyMatch(reached -> reached.objective().text().equals(objective));
    }

    private Estimate of(List<Item> items) {
        return Estimate.sum(items.stream().map(this::of).toList());
    }

    private Estimate of(Item item) {
        return switch (item) {
            case Item.Step step -> price.of(
                    new Priced(step.name().text(), step.clauses(), step.handlers(), step.body().map(Block::statements)
                            .filter(statements -> !statements.isEmpty()).isPresent()));
            case Item.Manual manual ->
                Price.NORMAL.of(new Priced(manual.name().text(), manual.clauses(), manual.handlers(), true));
            case Item.Perform perform -> of(perform);
            case Item.Parallel parallel -> longest(parallel.items());
            case Item.ForEach loop -> of(loop.items()).remarked("one round");
        };
    }

    /** By its own `takes`, else as long as the steps of its procedure. */
    private Estimate of(Item.Perform perform) {
        var own = Price.NORMAL
                .of(new Priced(perform.name().text(), perform.clauses(), perform.handlers(), true));
        if (price == Price.NORMAL && (perform.clauses().when().isPresent() || perform.clauses().takes().isPresent())) {
            return own;
        }
        return procedures.apply(perform).map(resolved -> inside(resolved.procedure()))
                .map(inside -> inside.asOne(perform.name().text())).orElse(own);
    }

    private Estimate inside(Procedure procedure) {
        var before = known.putIfAbsent(procedure, Estimate.NOTHING);
        if (before != null || depth == DEEPEST) {
            return before == null ? Estimate.NOTHING : before;
        }
        depth++;
        var sum = of(procedure.items());
        depth--;
        known.put(procedure, sum);
        return sum;
    }

    /** Branches run side by side: the longest one counts. */
    private Estimate longest(List<Item> branches) {
        var estimates = branches.stream().map(this::of).toList();
        var longest = estimates.stream().max(Comparator.comparing(Estimate::total)).orElse(Estimate.NOTHING);
        var missing = estimates.stream().flatMap(estimate -> estimate.uncounted().stream()).toList();
        return new Estimate(longest.shares(), missing);
    }
}
