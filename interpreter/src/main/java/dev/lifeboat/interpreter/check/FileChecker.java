package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.SourceFile;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Names and types of a whole file. */
final class FileChecker {

    private final Context context;

    FileChecker(Context context) {
        this.context = context;
    }

    /** @return the ladder that the runbook has or names */
    Optional<Declaration.Escalation> check(SourceFile file) {
        var everywhere = new Flow(Scope.outermost(), Facts.NONE);
        implicitNames(file, everywhere);
        context.declarations().allProcedures().forEach(procedure -> procedure(procedure, everywhere));
        return switch (file) {
            case SourceFile.Runbook runbook -> runbook(runbook, everywhere);
            case SourceFile.Library library -> {
                templates(everywhere);
                yield Optional.empty();
            }
        };
    }

    /** `rto` and `rpo` are there where the header gives them; a library does not know whose header that will be. */
    private void implicitNames(SourceFile file, Flow flow) {
        context.vocabulary().implicitNames().forEach((name, type) -> {
            var given = !(file instanceof SourceFile.Runbook runbook) || switch (name) {
                case "rto" -> runbook.header().rto().isPresent();
                case "rpo" -> runbook.header().rpo().isPresent();
                default -> true;
            };
            if (given) {
                flow.scope().enter(new Scope.Entry(new Binding.Implicit(name), type, Optional.empty()));
            }
        });
    }

    private void templates(Flow flow) {
        var templates = new Templates(context, new Expressions(context));
        context.declarations().allTemplates().forEach(template -> templates.check(template, flow));
    }

    private void procedure(Declaration.Procedure procedure, Flow everywhere) {
        var own = context.with(new StepBook(context.gaps()));
        var expressions = new Expressions(own);
        var flow = everywhere.inner();
        Steps.declare(procedure.items(), own);
        new Parameters(own, expressions).bind(procedure.parameters(), flow);
        expressions.type(procedure.title(), flow);
        new Steps(own, expressions, procedure.name(), true).through(procedure.items(), flow);
        new Returns(own, expressions).check(procedure, flow);
    }

    private Optional<Declaration.Escalation> runbook(SourceFile.Runbook runbook, Flow flow) {
        runbook.phases().forEach(phase -> Steps.declare(phase.items(), context));
        var expressions = new Expressions(context);
        var parameters = new Parameters(context, expressions);
        var messages = new Messages(context, expressions);
        declarations(runbook, Declaration.Param.class).forEach(param -> parameters.bind(param, flow));
        templates(flow);
        declarations(runbook, Declaration.Updates.class)
                .forEach(updates -> messages.template(updates.template(), flow));
        expressions.type(runbook.title(), flow);
        phases(runbook, expressions, flow);
        return ladder(runbook);
    }

    private static <D extends Declaration> Stream<D> declarations(SourceFile.Runbook runbook,
            Class<D> kind) {
        return runbook.declarations().stream().filter(kind::isInstance).map(kind::cast);
    }

    private void phases(SourceFile.Runbook runbook, Expressions expressions, Flow flow) {
        var seen = new LinkedHashMap<String, Name>();
        for (var phase : runbook.phases()) {
            var first = seen.putIfAbsent(phase.name().text(), phase.name());
            if (first != null) {
                context.findings()
                        .add(Diagnostic
                                .error(CheckCode.DECLARED_TWICE, "There is a phase `" + first.text() + "` already.",
                                        phase.name().span())
                                .label(first.span(), "this one"));
            }
            phase(phase, expressions, flow.inner());
        }
    }

    private void phase(Phase phase, Expressions expressions, Flow flow) {
        var before = context.book().mark();
        var narrowing = new Narrowing(context.book());
        phase.when().ifPresent(when -> {
            expressions.condition(when, "The condition of `when`", flow);
            flow.learn(narrowing.holds(when));
        });
        expressions.type(phase.title(), flow);
        new Steps(context, expressions, phase.name(), false).through(phase.items(), flow);
        phase.when().ifPresent(when -> context.book().since(before)
                .forEach(page -> context.book().open(page.alsoSkippedUnless(narrowing.holds(when)))));
    }

    private Optional<Declaration.Escalation> ladder(SourceFile.Runbook runbook) {
        var own = declarations(runbook, Declaration.Escalation.class).findFirst();
        return own.or(() -> declarations(runbook, Declaration.EscalationUse.class).findFirst().flatMap(this::named));
    }

    private Optional<Declaration.Escalation> named(Declaration.EscalationUse use) {
        var name = use.name();
        var found = context.declarations().ladder(name.text());
        if (found.isEmpty()) {
            context.error(CheckCode.NO_SUCH_LADDER, name.span(), "No library has an escalation `" + name.text() + "`.",
                    Nearest.hint(name.text(), context.declarations().ladders()));
        }
        return found;
    }
}
