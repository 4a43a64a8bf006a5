package dev.lifeboat.interpreter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.grammar.tree.TemplateUse;
import dev.lifeboat.interpreter.check.budget.Budgets;
import dev.lifeboat.interpreter.value.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run finds beside the tree. */
class CheckedRunbookTest {

    private final CheckedRunbook program = CheckedFiles.check(CheckedFiles.ROOT.resolve("fine/failover.runbook"))
            .program().orElseThrow();

    @Test
    void knowsTheStepsOfThePhasesInTheirOrder() {
        assertThat(program.steps().keySet()).containsExactly("detect", "announce", "fence", "collect", "accept_loss",
                "promote", "route", "follow",
                "followed", "count_them", "restart", "rebuilt", "report", "visit");
        assertThat(program.steps().get("follow").phase()).isEqualTo("recover");
        assertThat(program.steps().get("follow").loops()).hasSize(1);
    }

    @Test
    void everyNodeThatARunLooksUpIsThere() {
        TreeWalk.within(program.tree()).forEach(node -> {
            switch (node) {
                case Expression.Reference reference -> assertThat(program.binding(reference)).isNotNull();
                case Expression.BuiltinCall call -> assertThat(program.call(call)).isNotNull();
                case Expression.FunctionCall call -> assertThat(program.call(call)).isNotNull();
                case TemplateUse use -> assertThat(program.template(use)).isNotNull();
                case Item.Perform perform -> assertThat(program.procedure(perform)).isNotNull();
                case Item.Step step -> assertThat(program.step(step)).isNotNull();
                case Expression.Text text -> assertThat(program.type(text)).isNotNull();
                case Expression.Field field -> assertThat(program.type(field)).isNotNull();
                case Expression.Binary binary -> assertThat(program.type(binary)).isNotNull();
                default -> {
                }
            }
        });
    }

    @Test
    void whatALibraryDoesIsThereToo() {
        var perform = (Item.Perform) program.steps().get("rebuilt").item();
        var procedure = program.procedure(perform).procedure();
        TreeWalk.within(procedure, Expression.Reference.class)
                .forEach(reference -> assertThat(program.binding(reference)).isNotNull());
        assertThat(procedure.items()).allSatisfy(step -> assertThat(program.step(step).inProcedure()).isTrue());
        assertThat(program.steps().get("rebuilt").type().fields()).containsEntry(Outcome.RESULT, Type.TIMESTAMP);
    }

    @Test
    void argumentsStandInTheOrderOfTheParameters() {
        var call = program.call(program.steps().get("follow").alterations().getFirst());
        assertThat(call.signature().word()).isEqualTo("mysql.repoint");
        assertThat(call.arguments()).extracting(argument -> argument.map(value -> value.span().text()))
                .containsExactly(Optional.of("replica"), Optional.of("collect.election.winner"));
    }

    @Test
    void optionalArgumentsNeedNotBeThere() {
        var elected = CheckedFiles.check("""
                runbook test "Test"
                    version "1.0"
                    owner   @lead

                phase only "Only" {
                    step elect "Elect" { let election = mysql.elect(cluster) }
                }
                """).program().orElseThrow();
        var call = TreeWalk.within(elected.tree(), Expression.BuiltinCall.class).findFirst().orElseThrow();
        assertThat(elected.call(call).arguments().getLast()).isEmpty();
    }

    @Test
    void namesSayWhatTheyStandFor() {
        assertThat(bindings("replica")).hasOnlyElementsOfType(Binding.Round.class);
        assertThat(bindings("service")).hasOnlyElementsOfType(Binding.Param.class);
        assertThat(bindings("cluster")).hasOnlyElementsOfType(Binding.Implicit.class);
        assertThat(bindings("verdict")).hasOnlyElementsOfType(Binding.Local.class);
        assertThat(bindings("follow")).containsExactly(new Binding.StepValue("follow", 1),
                new Binding.StepValue("follow", 1),
                new Binding.StepValue("follow", 0));
    }

    private List<Binding> bindings(String name) {
        return TreeWalk.within(program.tree(), Expression.Reference.class)
                .filter(reference -> reference.name().equals(name)).map(program::binding)
                .toList();
    }

    @Test
    void anApprovalIsToldWhatIsBoundBeforehand() {
        var promote = program.steps().get("promote");
        assertThat(promote.alterations()).extracting(call -> call.action().text()).containsExactly("promote");
        assertThat(promote.known()).extracting(let -> let.name().text()).containsExactly("winner");
        assertThat(program.steps().get("restart").known()).isEmpty();
    }

    @Test
    void aLiteralIsTextOrCode() {
        var stall = TreeWalk.within(program.tree(), Statement.Stall.class).findFirst().orElseThrow();
        var query = TreeWalk.within(stall, Expression.Text.class).findFirst().orElseThrow();
        assertThat(program.type(query)).isEqualTo(Type.SQL);
        assertThat(program.type(program.tree().title())).isEqualTo(Type.TEXT);
    }

    @Test
    void theLadderIsThatOfTheLibrary() {
        assertThat(program.escalation()).hasValueSatisfying(ladder -> assertThat(ladder.rungs()).hasSize(2));
    }

    @Test
    void budgetsAreSummedUp() {
        assertThat(program.budgets().promises()).extracting(Budgets.Line::what).containsExactly("phase `respond`",
                "phase `recover`", "objective `read_only`", "RTO");
        var respond = program.budgets().promises().getFirst();
        assertThat(respond.normal().total()).isEqualTo(Duration.ofSeconds(15 + 2 + 5 + 5 + 2 + 120 + 5));
        assertThat(respond.worst().total()).isGreaterThan(respond.normal().total());
        assertThat(program.budgets().promises().getLast().normal()).isEqualTo(respond.normal());
    }
}
