package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.Formatter;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.TreeText;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.Checked;
import java.util.function.Function;

/**
 * All that reads what a person types: parser, checker, formatter, and what draws their findings. Whatever it is given, it
 * throws nothing, is done in time, and isn't silent: either there is a tree, or it says why not.
 */
final class FrontEnd {
    private final Function<Parsed<SourceFile>, Checked> checker;
    private final Stopwatch stopwatch = new Stopwatch();
    private int trees;

    FrontEnd(Function<Parsed<SourceFile>, Checked> checker) {
        this.checker = checker;
    }

    /** Reads a whole file. */
    void file(String text) {
        stopwatch.read(text, this::readFile);
    }

    /** Reads what may stand alone at a prompt. */
    void prompt(String text) {
        stopwatch.read(text, alone -> {
            speaks(RunbookSyntax.parseStatement(Source.of("input", alone)));
            speaks(RunbookSyntax.parseExpression(Source.of("input", alone)));
        });
    }

    private void readFile(String text) {
        Parsed<SourceFile> parsed = RunbookSyntax.parse(Source.of("input", text));
        speaks(parsed);
        Checked checked = checker.apply(parsed);
        boolean refused = checked.diagnostics().stream().anyMatch(Diagnostic::isError);
        assertThat(checked.diagnostics()).containsAll(parsed.diagnostics());
        assertThat(checked.program().isPresent())
                .isEqualTo(!refused && parsed.tree().orElseThrow() instanceof SourceFile.Runbook);
        assertThat(Diagnostics.render(checked.diagnostics(), true).isEmpty())
                .isEqualTo(checked.diagnostics().isEmpty());
        Parsed<String> formatted = Formatter.format(Source.of("input", text));
        assertThat(formatted.tree().isPresent()).isEqualTo(parsed.tree().isPresent());
        formatted.tree().ifPresent(once -> staysAsItIs(parsed.tree().orElseThrow(), once));
    }

    private void staysAsItIs(SourceFile tree, String formatted) {
        trees++;
        Parsed<SourceFile> again = RunbookSyntax.parse(Source.of("input", formatted));
        assertThat(again.tree().map(TreeText::of)).contains(TreeText.of(tree));
        assertThat(Formatter.format(Source.of("input", formatted)).tree()).contains(formatted);
    }

    /** Either there is a tree, or there is an error, and what there is to say can be drawn. */
    static void speaks(Parsed<?> parsed) {
        assertThat(parsed.tree().isPresent()).isNotEqualTo(parsed.diagnostics().stream().anyMatch(Diagnostic::isError));
        String drawn = Diagnostics.render(parsed.diagnostics(), false);
        assertThat(drawn.isEmpty()).isEqualTo(parsed.diagnostics().isEmpty());
    }

    /** Such as `12000 inputs, the slowest in 23 ms, 3400 of them right`. */
    String figures() {
        return stopwatch.figures() + ", " + trees + " of them right";
    }
}
