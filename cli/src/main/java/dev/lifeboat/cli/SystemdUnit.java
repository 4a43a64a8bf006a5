package dev.lifeboat.cli;

/** The unit by which systemd keeps `lifeboat watch` going, for the person whose runs it looks after: nobody else can read their journals. */
final class SystemdUnit {
    private SystemdUnit() {}

    static String text(String launcher, String home) {
        return """
                # systemctl --user enable --now lifeboat-watch.service, with this in ~/.config/systemd/user/lifeboat-watch.service;
                # `loginctl enable-linger` lets it go on while you are not logged in.
                [Unit]
                Description=Lifeboat: notices runs that broke off, and carries their escalations on
                After=network-online.target

                [Service]
                ExecStart=%s watch
                Environment=%s
                # Secrets of the channels that the inventory takes from the environment, a line NAME=VALUE each.
                EnvironmentFile=-%%h/.config/lifeboat/environment
                Restart=always
                RestartSec=5
                SuccessExitStatus=143

                [Install]
                WantedBy=default.target
                """
                .formatted(quoted(launcher), quoted("LIFEBOAT_HOME=" + home));
    }

    /** One word to systemd, whatever is in it. */
    private static String quoted(String word) {
        return "\"" + word.replace("%", "%%").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
