package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.Autostart;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;

/** Ends a server that does not answer through its machine: its process, or the machine's power. */
record MachineFence(Call call, Landscape landscape, MySqlServer server, List<String> evidence) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final String SERVICE = Landscape.SERVICE;

    /** @return whether it is proven that the process is gone and does not come back by itself */
    boolean stopProcess() {
        try {
            return landscape.host(call, server.name()).map(this::stopProcess).orElseGet(() -> {
                evidence.add("process: " + landscape.noHost(server.name()));
                return false;
            });
        } catch (Failure failure) {
            evidence.add("process: " + failure.getMessage());
            return false;
        }
    }

    private boolean stopProcess(Host host) {
        if (!host.reachable(TO_ANSWER)) {
            evidence.add("process: host `" + host.name() + "` can't be reached");
            return false;
        }
        boolean staysDown = noAutostart(host);
        if (host.service(SERVICE) == ServiceState.RUNNING) {
            kill(host);
        }
        ServiceState state = host.service(SERVICE);
        evidence.add("process: MySQL on host `" + host.name() + "` is " + state);
        return staysDown && state == ServiceState.STOPPED;
    }

    /** First of all: what is killed would otherwise be started again. */
    private boolean noAutostart(Host host) {
        if (mayStart(host.autostarts(SERVICE))) {
            call.inverse("let MySQL on " + host.name() + " start with its machine again", "host.restore_autostart",
                    host, SERVICE, true);
            host.autostart(SERVICE, false);
            new RunFacts(call).learn(RunFacts.AUTOSTART_OFF, host.name());
            call.did(host.name(), "MySQL no longer starts with the machine");
        }
        Autostart after = host.autostarts(SERVICE);
        evidence.add("autostart: " + switch (after) {
            case ON -> "MySQL still starts with host `" + host.name() + "`";
            case OFF -> "MySQL does not start with host `" + host.name() + "`";
            case UNKNOWN -> "the inventory has no `is_enabled` on host `" + host.name() + "`";
        });
        return after != Autostart.ON;
    }

    /** Where it can't be told and can be switched off, it is: who gives the command has something to switch off. */
    private boolean mayStart(Autostart autostart) {
        return autostart == Autostart.ON
                || autostart == Autostart.UNKNOWN && landscape.canDisableAutostart(server.name());
    }

    /** It does not answer, so it is not asked: a stop waits for a frozen process for as long as that stays frozen. */
    private void kill(Host host) {
        call.inverse("start MySQL on " + host.name() + " again", "mysql.start_again", server);
        host.killService(SERVICE);
        new Patience(call, TO_END, EVERY).until(() -> host.service(SERVICE) == ServiceState.STOPPED);
        new RunFacts(call).learn(RunFacts.GONE_BY, call.now());
        call.did(host.name(), "killed MySQL, which did not answer");
    }

    /** @return whether the machine is proven to be off */
    boolean cutPower() {
        if (!landscape.hasPowerSwitch(server.name())) {
            evidence.add("power: the inventory has no switch for it");
            return false;
        }
        try {
            Host host = landscape.machine(call, server.name());
            call.inverse("switch " + host.name() + " on again", "mysql.power_on_again", server);
            host.power(false);
            evidence.add("power: host `" + host.name() + "` is switched off");
            call.did(host.name(), "switched off");
            return true;
        } catch (Failure failure) {
            evidence.add("power: " + failure.getMessage());
            return false;
        }
    }
}
