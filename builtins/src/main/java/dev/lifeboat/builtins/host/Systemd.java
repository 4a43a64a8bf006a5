package dev.lifeboat.builtins.host;

import java.util.List;
import java.util.stream.Stream;

/**
 * The commands of a service that is a unit of systemd. What changes it is done by `sudo` where the account is not root's; without a password, or not at all.
 */
public record Systemd(String unit) {
    private static final String AS_ROOT = "[ \"$(id -u)\" = 0 ] || set -- sudo -n; ";
    private static final String SYSTEMCTL = "\"$@\" systemctl ";

    /** Ends with 0 where a process may be there, also one that starts or stops; with 3 where there is none, as an init script's {@code status} (LSB) does. */
    String status() {
        return "s=$(systemctl show --property=LoadState --property=ActiveState " + quoted() + ") || exit 4; case $s in "
                + "*LoadState=not-found*) exit 4 ;; *ActiveState=inactive* | *ActiveState=failed*) exit 3 ;; "
                + "*ActiveState=*) exit 0 ;; *) exit 4 ;; esac";
    }

    /** Ends with 0 where it starts with the machine, with 1 where it does not, and with another status where that can't be told. */
    String isEnabled() {
        return "case $(systemctl is-enabled " + quoted() + " 2>/dev/null) in "
                + "enabled | enabled-runtime | alias | generated) exit 0 ;; disabled | masked | masked-runtime) exit 1 ;; "
                + "*) exit 4 ;; esac";
    }

    String start() {
        return AS_ROOT + SYSTEMCTL + "start " + quoted();
    }

    String stop() {
        return AS_ROOT + SYSTEMCTL + "stop " + quoted();
    }

    /** A unit with `Restart=` is started again when its process is killed, but for one that is being stopped. */
    String kill() {
        return AS_ROOT + SYSTEMCTL + "stop --no-block " + quoted() + "; " + SYSTEMCTL + "kill --signal=SIGKILL "
                + quoted() + "; " + SYSTEMCTL + "stop " + quoted();
    }

    String enable() {
        return AS_ROOT + SYSTEMCTL + "enable " + quoted();
    }

    String disable() {
        return AS_ROOT + SYSTEMCTL + "disable " + quoted();
    }

    String log(int lines) {
        return "journalctl --no-pager --output=short-iso --lines=" + lines + " --unit=" + quoted();
    }

    /** What the account has to be allowed to do as root, each as {@code sudoers} has it. */
    public List<String> asRoot() {
        return Stream.of("start", "stop", "stop --no-block", "kill --signal=SIGKILL", "enable", "disable")
                .map(verb -> "systemctl " + verb + " " + unit).toList();
    }

    private String quoted() {
        return ShellCommand.quote(unit);
    }
}
