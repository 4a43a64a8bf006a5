package dev.lifeboat.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The arguments of a command, declared as fields of its class.
 *
 * <p>picocli would read them from annotations too. The JVM spins a class for each kind of annotation that is read, though, which no archive
 * keeps: 30 ms, a fifth of a `lifeboat check`.
 */
record Arguments(CommandSpec spec) {

    static Arguments of(Callable<Integer> command, String name, String description, String... footer) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage().description(description).footer(footer);
        spec.addOption(
                OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help message and exit.")
                        .build());
        return new Arguments(spec);
    }

    Argument<Path> file(String description) {
        return positional(PositionalParamSpec.builder().type(Path.class).arity("1").paramLabel("FILE").required(true)
                .description(description));
    }

    Argument<String> word(String label, String description) {
        return positional(PositionalParamSpec.builder().type(String.class).index(next()).arity("1").paramLabel(label)
                .required(true).description(description));
    }

    /** A word that may be left out: then null. */
    Argument<String> optionalWord(String label, String description) {
        return positional(PositionalParamSpec.builder().type(String.class).index(next()).arity("0..1")
                .paramLabel(label).description(description));
    }

    /** They are read in the order in which they are named here. */
    private String next() {
        return String.valueOf(spec.positionalParameters().size());
    }

    /** Any number of words; null where there is none. */
    Argument<List<String>> words(String label, String description) {
        return positional(PositionalParamSpec.builder().type(List.class).auxiliaryTypes(String.class).arity("0..*")
                .paramLabel(label).description(description));
    }

    Argument<List<Path>> files(String description) {
        return positional(PositionalParamSpec.builder().type(List.class).auxiliaryTypes(Path.class).arity("1..*")
                .paramLabel("FILE").required(true).description(description));
    }

    /** An option without a value; its own value tells whether it was given. */
    Argument<Boolean> flag(String name, String description) {
        return option(OptionSpec.builder(name).type(boolean.class).initialValue(false).description(description));
    }

    <T> Argument<T> option(String name, String label, Class<T> type, String description) {
        return option(OptionSpec.builder(name).type(type).paramLabel(label).description(description));
    }

    <T> Argument<T> required(String name, String label, Class<T> type, String description) {
        return option(OptionSpec.builder(name).type(type).paramLabel(label).description(description).required(true));
    }

    /** An option with a default, as one would type it; the description says it. */
    <T> Argument<T> option(String name, String label, Class<T> type, String description, String byDefault) {
        return option(OptionSpec.builder(name).type(type).paramLabel(label).defaultValue(byDefault)
                .description(description + " Default: ${DEFAULT-VALUE}."));
    }

    /** An option that may be given several times. */
    Argument<List<String>> list(String name, String label, String description) {
        return option(OptionSpec.builder(name).type(List.class).auxiliaryTypes(String.class).initialValue(List.of())
                .paramLabel(label).description(description));
    }

    /** The same, of names with values. */
    Argument<Map<String, String>> pairs(String name, String label, String description) {
        return option(OptionSpec.builder(name).type(Map.class).auxiliaryTypes(String.class, String.class)
                .initialValue(Map.of()).paramLabel(label).description(description));
    }

    private <T> Argument<T> option(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return new Argument<>(option);
    }

    private <T> Argument<T> positional(PositionalParamSpec.Builder builder) {
        PositionalParamSpec positional = builder.build();
        spec.addPositional(positional);
        return new Argument<>(positional);
    }

    /** One argument, which has its value once the command line has been read. */
    record Argument<T>(ArgSpec spec) {

        /** Null where it was not given and has no default. */
        T value() {
            return spec.getValue();
        }
    }
}
