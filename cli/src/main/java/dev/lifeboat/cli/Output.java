package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: results on standard output, everything else on standard error. */
record Output(PrintWriter out, PrintWriter err, Style outStyle, Style errStyle) {

    /** Whether each goes to a terminal is what the launcher found out: the JVM cannot tell them apart. */
    static Output of(CommandSpec command) {
        return new Output(command.commandLine().getOut(), command.commandLine().getErr(),
                style("lifeboat.terminal.out"), style("lifeboat.terminal.err"));
    }

    private static Style style(String property) {
        return Style.of(Boolean.getBoolean(property));
    }

    Screen screen(boolean simulated) {
        return new Screen(out, outStyle, simulated);
    }
}
