package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabSshd;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The runbook `primary-failure` where the servers' machines are reached by a real OpenSSH server. */
class FailoverOverSshIT {
    private static final String APPROVED = """
            approvals:
              promote: {by: infrastructure_manager, answer: yes}
            """;

    @Test
    @DisplayName("preflight looks at the hosts by SSH; the dead primary is fenced by SSH, started fenced by SSH and rejoins")
    void theDeadPrimaryIsFencedAndStartedBySsh() throws Exception {
        try (Estate estate = Estate.start(2, Map.of("db2", "prefer")); LabSshd sshd = LabSshd.start()) {
            estate.reachHostsBy(sshd);
            estate.writer().start(100);
            estate.writer().awaitMore(200);
            Invocation well = estate.preflight();
            assertThat(well.out()).as(well.all()).contains("host `db1` takes commands", "host `db2` takes commands");

            estate.server("db1").enable();
            estate.server("db1").kill();
            Invocation run = estate.run(APPROVED);
            assertThat(run.status()).as(run.all()).isZero();
            assertThat(run.out()).contains("db1: is fenced: process", "db1: was started read-only");
            assertThat(estate.server("db1").value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
            assertThat(Journals.events(estate.journal(), Event.PortCallEnded.class)
                    .filter(call -> call.port().equals("Host")).map(Event.PortCallEnded::method))
                    .contains("autostart", "startServiceFenced", "stopService", "startService");
        }
    }
}
