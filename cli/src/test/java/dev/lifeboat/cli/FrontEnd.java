package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.Formatter;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.TreeText;
import dev.lifeboat.grammar.fuzz.Reduction;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.Checked;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that reads what a person types: parser, checker, formatter, and what draws their findings. Whatever it is given, it
 * throws nothing, is done in time, and isn't silent: either there is a tree, or it says why not.
 */
final class FrontEnd {
    private final Function<Parsed<SourceFile>, Checked> checker;
    private final Duration limit;
    private int inputs;
    private int trees;
    private Duration slowest = Duration.ZERO;

    /** @param limit how long one input may take at the most */
    FrontEnd(Function<Parsed<SourceFile>, Checked> checker, Duration limit) {
        this.checker = checker;
        this.limit = limit;
    }

    /** Reads a whole file. */
    void file(String text) {
        read(text, this::readFile);
    }

    /** Reads what may stand alone at a prompt. */
    void prompt(String text) {
        read(text, alone -> {
            speaks(RunbookSyntax.parseStatement(Source.of("input", alone)));
            speaks(RunbookSyntax.parseExpression(Source.of("input", alone)));
        });
    }

    /** What fails is made small before anybody is shown it. */
    private void read(String text, Consumer<String> reading) {
        inputs++;
        if (failure(text, reading) != null) {
            String reduced = Reduction.of(text, smaller -> failure(smaller, reading) != null);
            throw new AssertionError("On what stands between the lines:\n--------\n" + reduced + "\n--------\n",
                    failure(reduced, reading));
        }
    }

    private Throwable failure(String text, Consumer<String> reading) {
        try {
            long start = processorTime();
            reading.accept(text);
            Duration took = Duration.ofNanos(processorTime() - start);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            assertThat(took).isLessThan(limit);
            return null;
        } catch (RuntimeException | Error failure) {
            return failure;
        }
    }

    /** Of this thread alone: what else the machine does is none of its business. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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

    /** Either there is a tree, or there is an error; each can be drawn, and in colour it says the same. */
    private static void speaks(Parsed<? extends Node> parsed) {
        assertThat(parsed.tree().isPresent()).isNotEqualTo(parsed.diagnostics().stream().anyMatch(Diagnostic::isError));
        String drawn = Diagnostics.render(parsed.diagnostics(), false);
        assertThat(drawn.isEmpty()).isEqualTo(parsed.diagnostics().isEmpty());
    }

    /** Such as `12000 inputs, 3400 of them right, the slowest in 23 ms`. */
    String figures() {
        return inputs + " inputs, " + trees + " of them right, the slowest in " + slowest.toMillis() + " ms";
    }
}
