package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Progress;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: results on standard output, everything else on standard error. */
record Output(PrintWriter out, PrintWriter err, Style outStyle, Style errStyle) {
    private static final String ERR_IS_TERMINAL = "lifeboat.terminal.err";

    /** Whether each goes to a terminal is what the launcher found out: the JVM cannot tell them apart. */
    static Output of(CommandSpec command) {
        return new Output(command.commandLine().getOut(), command.commandLine().getErr(),
                style("lifeboat.terminal.out"), style(ERR_IS_TERMINAL));
    }

    private static Style style(String property) {
        return Style.of(Boolean.getBoolean(property));
    }

    Progress progress() {
        return new Progress(err, Boolean.getBoolean(ERR_IS_TERMINAL));
    }

    Screen screen(boolean simulated) {
        return new Screen(out, outStyle, simulated);
    }
}
