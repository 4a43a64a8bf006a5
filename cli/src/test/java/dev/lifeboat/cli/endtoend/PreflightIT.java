package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is looked at before a run on real MySQL servers, and that what is dead keeps no failover from beginning and ending. */
class PreflightIT {
    private static final Pattern GRANT = Pattern.compile("GRANT (.+) ON (\\S+) TO 'lifeboat'@'%'");
    private static final String APPROVED = """
            approvals:
              promote: {by: infrastructure_manager, answer: yes}
              rebuild: {by: infrastructure_manager, answer: no}
            """;

    @Test
    @DisplayName("all is well; then the primary, a replica and every channel are dead: told, nothing blocks, and the failover is done")
    void whatIsDeadBlocksNothing() throws Exception {
        try (Estate estate = Estate.start(2, Map.of("db2", "prefer"))) {
            estate.writer().start(100);
            estate.writer().awaitMore(200);
            Invocation well = estate.preflight("--strict");
            assertThat(well.status()).as(well.all()).isZero();
            assertThat(well.out()).contains(estate.server("db1").uuid()).contains("0 findings");

            String dead = estate.server("db1").uuid();
            estate.server("db3").kill();
            estate.server("db1").kill();
            estate.silenceChannels();

            Invocation preflight = estate.preflight();
            assertThat(preflight.status()).as(preflight.all()).isZero();
            assertThat(preflight.out()).contains("`db1` does not answer", "`db3` does not answer",
                    "Nobody can be told by channel `letters`", "`db1` is " + dead).doesNotContain("BLOCKS");
            assertThat(estate.preflight("--strict").status()).isEqualTo(69);

            Invocation run = estate.run(APPROVED);
            assertThat(run.out()).as(run.all()).contains("Preflight: ", "`db1` does not answer");
            assertThat(run.status()).as(run.all()).isZero();
            Event.PreflightEnded journaled = Journals.events(estate.journal(), Event.PreflightEnded.class).findFirst()
                    .orElseThrow();
            assertThat(journaled.findings()).isNotEmpty();
            assertThat(journaled.identities()).extracting(Event.Identity::name).contains("db1", "db2", "db3");
            assertThat(Journals.events(estate.journal(), Event.PortCallEnded.class)
                    .filter(call -> call.target().equals("db2") && call.method().equals("setReadOnly")))
                    .isNotEmpty().allMatch(call -> call.identity().equals(estate.server("db2").uuid()));
        }
    }

    @Test
    @DisplayName("each privilege that is taken from the account is named, with the statement that brings it back")
    void eachPrivilegeIsMissed() throws Exception {
        try (Estate estate = Estate.start(1, Map.of())) {
            estate.writer().start(10);
            estate.writer().awaitMore(10);
            assertThat(estate.preflight("--strict").status()).isZero();
            for (String statement : estate.grants()) {
                Matcher grant = GRANT.matcher(statement);
                if (grant.matches()) {
                    for (String privilege : grant.group(1).split(", ")) {
                        isMissed(estate, privilege, grant.group(2));
                    }
                }
            }
            assertThat(estate.preflight("--strict").status()).isZero();
        }
    }

    private static void isMissed(Estate estate, String privilege, String place) throws Exception {
        estate.server("db1").execute("REVOKE " + privilege + " ON " + place + " FROM lifeboat");
        Invocation preflight = estate.preflight();
        assertThat(preflight.out()).as(privilege)
                .contains("Lifeboat's account on `db1` lacks what this runbook needs: " + privilege)
                .contains("GRANT " + privilege + " ON " + place + " TO `lifeboat`@`%`");
        estate.server("db1").execute("GRANT " + privilege + " ON " + place + " TO lifeboat");
    }

    @Test
    @DisplayName("a name that leads to another server than the last time blocks a run until that is accepted")
    void aWrongIdentityBlocks() throws Exception {
        try (Estate estate = Estate.start(1, Map.of())) {
            estate.writer().start(10);
            estate.detour();
            assertThat(estate.preflight().status()).isZero();
            estate.detour().leadTo(estate.server("db2"));

            Invocation preflight = estate.preflight();
            assertThat(preflight.status()).as(preflight.all()).isEqualTo(69);
            assertThat(preflight.out()).contains("BLOCKS", "`db1` is another server than the last time",
                    "`db1` and `db2` lead to the same server");
            Invocation run = estate.run(APPROVED);
            assertThat(run.status()).as(run.all()).isEqualTo(69);
            assertThat(run.err()).contains("The run was not begun, and nothing was done");
            assertThat(estate.journal()).doesNotExist();
        }
    }
}
