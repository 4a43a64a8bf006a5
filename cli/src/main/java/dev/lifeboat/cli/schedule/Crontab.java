package dev.lifeboat.cli.schedule;

import dev.lifeboat.builtins.host.ShellCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A crontab: cron mails what a run says on standard error, and that it did not end well. */
public record Crontab(Launch launch) implements Launch.Files {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./=:@-]+");

    @Override
    public SequencedMap<String, String> of(List<ScheduledRun> runs) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("lifeboat.crontab", Launch.MARK + """
                # `crontab lifeboat.crontab` makes it yours, in place of what you had. Times are those of this machine.
                # Secrets that the inventory takes from the environment: a line NAME=VALUE each, here.
                LIFEBOAT_HOME=%s
                """.formatted(launch.home()) + runs.stream().map(this::line).collect(Collectors.joining()));
        return files;
    }

    /** 3: it was done, and an objective was missed, of which the run itself has told. */
    private String line(ScheduledRun run) {
        String command = run.command(launch.launcher()).stream().map(Crontab::quoted)
                .collect(Collectors.joining(" "));
        return "\n# " + run.name() + "\n" + run.when().cron() + " "
                + escaped(command + " > /dev/null || { status=$?; [ $status = 3 ] || echo \"lifeboat: " + run.name()
                        + " ended with status $status\"; }")
                + "\n";
    }

    /** What needs no quotes stays legible. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : ShellCommand.quote(word);
    }

    /** To cron a `%` ends the line. */
    private static String escaped(String command) {
        return command.replace("%", "\\%");
    }
}
