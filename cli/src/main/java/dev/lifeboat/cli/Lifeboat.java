package dev.lifeboat.cli;

import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Lease;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command `lifeboat`; each of its commands is a class of its own. */
public final class Lifeboat implements Command {
    static {
        // Types that no option has: looking for them takes a tenth of the time that `check` takes.
        System.setProperty("picocli.converters.excludes",
                "java\\.sql\\..*,java\\.time\\.(Local|Month|Offset|Period|Year|Zone).*");
    }

    private final Arguments arguments = Arguments.of(this, "lifeboat", "Disaster-recovery runbooks as code for MySQL.");

    private Lifeboat() {
        arguments.spec().versionProvider(new Version()).addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true).description("Print version information and exit.").build());
        for (var command : List.of(new CheckCommand(), new DryRunCommand(), new StepCommand(), new PreflightCommand(),
                new RunCommand(), new ResumeCommand(), new TakeoverCommand(), new AttachCommand(), new ApproveCommand(),
                new AckCommand(), new WatchCommand(), new RunsCommand(), new JournalCommand(), new KeygenCommand(),
                new BackupKeyCommand(),
                new SealCommand(),
                new PrepareCommand(),
                new FmtCommand(), new ExplainCommand())) {
            arguments.spec().addSubcommand(command.spec().name(), command.spec());
        }
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Lifeboat().spec());
        line.setExecutionExceptionHandler(new Problems());
        line.setParameterExceptionHandler(Lifeboat::usage);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(spec().commandLine().getOut());
        return ExitStatus.OK;
    }

    private static int usage(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println("lifeboat: " + problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        command.getErr().println("`" + command.getCommandSpec().qualifiedName() + " --help` shows how it is called.");
        return ExitStatus.USAGE;
    }

    /** Errors for people never show a stack trace; what is a defect in Lifeboat says so, and its trace goes to the log. */
    private static final class Problems implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception problem, CommandLine command, ParseResult arguments) {
            Output output = Output.of(command.getCommandSpec());
            return switch (problem) {
                case InvalidFile invalid -> {
                    DiagnosticFormat.text.print(invalid.diagnostics(), output);
                    yield ExitStatus.INVALID_FILE;
                }
                case UsageProblem usage -> said(output, usage.getMessage(), ExitStatus.USAGE);
                case Failure failure ->
                    said(output, failure.getMessage(), failure.hint(), ExitStatus.WORLD_UNAVAILABLE);
                case Lease.Refused held -> said(output, held.getMessage(), held.hint(), ExitStatus.LEASE_HELD);
                default -> {
                    LoggerFactory.getLogger(Lifeboat.class).error("defect", problem);
                    yield said(output,
                            "This is a defect in Lifeboat: " + problem
                                    + "\nSet LIFEBOAT_LOG=FILE and do it again: the file will say where.",
                            ExitStatus.DEFECT);
                }
            };
        }

        private static int said(Output output, String message, String hint, int status) {
            return said(output, message + (hint.isEmpty() ? "" : "\nhint: " + hint), status);
        }

        private static int said(Output output, String message, int status) {
            output.err().println("lifeboat: " + message);
            output.err().flush();
            return status;
        }
    }
}
