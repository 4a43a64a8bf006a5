package dev.lifeboat.cli.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Timers of systemd, each with the service that it starts, and one service for whatever fails. They are for the person whose runs they start: nobody else can read their journals. */
public record SystemdTimers(Launch launch) implements Launch.Files {

    @Override
    public SequencedMap<String, String> of(List<ScheduledRun> runs) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        runs.forEach(run -> {
            files.put("lifeboat-" + run.name() + ".timer", timer(run));
            files.put("lifeboat-" + run.name() + ".service", service(run));
        });
        files.put("lifeboat-failed@.service", failed());
        return files;
    }

    private static String timer(ScheduledRun run) {
        return Launch.MARK + """
                # systemctl --user enable --now lifeboat-%s.timer, with this in ~/.config/systemd/user;
                # `loginctl enable-linger` lets it run while you are not logged in.
                [Unit]
                Description=Lifeboat: when %s is due

                [Timer]
                OnCalendar=%s
                Persistent=true
                AccuracySec=1min

                [Install]
                WantedBy=timers.target
                """.formatted(run.name(), escaped(run.name()), run.when().systemd());
    }

    private String service(ScheduledRun run) {
        return Launch.MARK + """
                [Unit]
                Description=Lifeboat: %s
                After=network-online.target
                OnFailure=lifeboat-failed@%%n.service

                [Service]
                Type=oneshot
                ExecStart=%s
                Environment=%s
                # Secrets that the inventory takes from the environment, a line NAME=VALUE each.
                EnvironmentFile=-%%h/.config/lifeboat/environment
                # It was done, and an objective was missed: the run itself has told of it.
                SuccessExitStatus=3
                # The runbook's own times hold.
                TimeoutStartSec=infinity
                """.formatted(escaped(run.name()),
                run.command(launch.launcher()).stream().map(SystemdTimers::quoted).collect(Collectors.joining(" ")),
                quoted("LIFEBOAT_HOME=" + launch.home()));
    }

    private String failed() {
        return Launch.MARK
                + """
                        # What happens when a run that was due did not end well, beside what its runbook tells people: put your own alarm here.
                        [Unit]
                        Description=Lifeboat: %%i has failed

                        [Service]
                        Type=oneshot
                        ExecStart=/usr/bin/systemd-cat --identifier=lifeboat --priority=err echo "%%i has failed: lifeboat runs, and journalctl --user --unit=%%i, say why."
                        # Of a run whose process is gone the runbook's owner is told by this.
                        ExecStart=%s watch --once
                        Environment=%s
                        EnvironmentFile=-%%h/.config/lifeboat/environment
                        """
                        .formatted(quoted(launch.launcher()), quoted("LIFEBOAT_HOME=" + launch.home()));
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    /** One word to systemd, whatever is in it. */
    private static String quoted(String word) {
        return "\"" + escaped(word).replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$") + "\"";
    }
}
