package dev.lifeboat.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A command that has commands of its own; by itself it says which. */
abstract class CommandGroup implements Command {
    private final Arguments arguments;

    CommandGroup(String name, String description, List<Command> commands) {
        arguments = Arguments.of(this, name, description);
        commands.forEach(command -> spec().addSubcommand(command.spec().name(), command.spec()));
    }

    @Override
    public final CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public final Integer call() {
        spec().commandLine().usage(spec().commandLine().getOut());
        return ExitStatus.OK;
    }
}
