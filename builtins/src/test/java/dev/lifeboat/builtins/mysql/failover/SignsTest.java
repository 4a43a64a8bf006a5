package dev.lifeboat.builtins.mysql.failover;

import static dev.lifeboat.builtins.host.Host.ServiceState.RUNNING;
import static dev.lifeboat.builtins.host.Host.ServiceState.STOPPED;
import static dev.lifeboat.builtins.host.Host.ServiceState.UNKNOWN;
import static dev.lifeboat.builtins.mysql.failover.Hearing.DEAF;
import static dev.lifeboat.builtins.mysql.failover.Hearing.ELSEWHERE;
import static dev.lifeboat.builtins.mysql.failover.Hearing.HEARS;
import static dev.lifeboat.builtins.mysql.failover.Hearing.UNSEEN;
import static dev.lifeboat.builtins.mysql.failover.PrimaryLook.Contact.ANSWERS;
import static dev.lifeboat.builtins.mysql.failover.PrimaryLook.Contact.CLOSED;
import static dev.lifeboat.builtins.mysql.failover.PrimaryLook.Contact.SILENT;
import static dev.lifeboat.builtins.mysql.failover.VerdictState.DEAD;
import static dev.lifeboat.builtins.mysql.failover.VerdictState.HUNG;
import static dev.lifeboat.builtins.mysql.failover.VerdictState.UNCERTAIN;
import static dev.lifeboat.builtins.mysql.failover.VerdictState.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.failover.PrimaryLook.Contact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of verdicts over a primary that does not answer. */
class SignsTest {
    private static final List<Contact> GONE = List.of(CLOSED, CLOSED, CLOSED);
    private static final List<Contact> MUTE = List.of(SILENT, SILENT, SILENT);

    static Stream<Arguments> table() {
        return Stream.of(arguments(GONE, List.of(DEAF, DEAF), UNKNOWN, DEAD),
                arguments(GONE, List.of(DEAF, UNSEEN), UNKNOWN, DEAD),
                arguments(GONE, List.of(DEAF, ELSEWHERE), STOPPED, DEAD),
                arguments(GONE, List.of(UNSEEN, UNSEEN), STOPPED, DEAD), arguments(GONE, List.of(), STOPPED, DEAD),
                arguments(GONE, List.of(UNSEEN, UNSEEN), UNKNOWN, UNCERTAIN),
                arguments(GONE, List.of(ELSEWHERE, ELSEWHERE), UNKNOWN, UNCERTAIN),
                arguments(GONE, List.of(), UNKNOWN, UNCERTAIN),
                arguments(GONE, List.of(DEAF, DEAF), RUNNING, UNCERTAIN),
                arguments(GONE, List.of(DEAF, HEARS), UNKNOWN, UNREACHABLE),
                arguments(GONE, List.of(HEARS, UNSEEN), UNKNOWN, UNREACHABLE),
                arguments(GONE, List.of(HEARS, DEAF), STOPPED, UNREACHABLE),
                arguments(MUTE, List.of(DEAF, DEAF), UNKNOWN, HUNG), arguments(MUTE, List.of(), UNKNOWN, HUNG),
                arguments(MUTE, List.of(DEAF), RUNNING, HUNG), arguments(MUTE, List.of(DEAF), STOPPED, HUNG),
                arguments(MUTE, List.of(HEARS, DEAF), RUNNING, UNREACHABLE),
                arguments(List.of(CLOSED, SILENT, CLOSED), List.of(DEAF), UNKNOWN, HUNG),
                arguments(List.of(CLOSED, CLOSED, ANSWERS), List.of(DEAF), STOPPED, UNCERTAIN),
                arguments(List.of(SILENT, ANSWERS, SILENT), List.of(DEAF), STOPPED, UNCERTAIN));
    }

    @ParameterizedTest
    @MethodSource("table")
    void judges(List<Contact> contacts, List<Hearing> replicas, ServiceState process, VerdictState expected) {
        Signs.Judgement judgement = new Signs("db1", contacts, replicas, List.of(), process).judge();

        assertThat(judgement.state()).isEqualTo(expected);
        assertThat(judgement.reason()).contains("`db1`").endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(ServiceState.class)
    void whatAReplicaHearsIsNeverDead(ServiceState process) {
        for (List<Contact> contacts : List.of(GONE, MUTE)) {
            assertThat(new Signs("db1", contacts, List.of(DEAF, DEAF, HEARS), List.of(), process).judge().state())
                    .isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void saysWhoDoesNotReachIt() {
        assertThat(new Signs("db1", GONE, List.of(DEAF, DEAF, UNSEEN), List.of(), UNKNOWN).judge().reason())
                .isEqualTo("Nothing answers at `db1`, and 2 replicas do not reach it either.");
    }

    @ParameterizedTest
    @EnumSource(ServiceState.class)
    void whatAWitnessReachesIsNeverDead(ServiceState process) {
        for (List<Contact> contacts : List.of(GONE, MUTE)) {
            Signs.Judgement judgement = new Signs("db1", contacts, List.of(DEAF, DEAF), List.of(Greeting.CLOSED,
                    Greeting.GREETS), process).judge();

            assertThat(judgement.state()).isEqualTo(UNREACHABLE);
            assertThat(judgement.reason())
                    .isEqualTo("`db1` does not answer here, but a witness still reaches it.");
        }
    }

    @Test
    void whatIsSilentToAWitnessHangs() {
        assertThat(new Signs("db1", GONE, List.of(DEAF), List.of(Greeting.SILENT), UNKNOWN).judge().state())
                .isEqualTo(HUNG);
    }

    @Test
    void aWitnessThatDoesNotReachItEitherDecidesNothingAlone() {
        assertThat(new Signs("db1", GONE, List.of(UNSEEN), List.of(Greeting.CLOSED), UNKNOWN).judge().state())
                .isEqualTo(UNCERTAIN);
        assertThat(new Signs("db1", GONE, List.of(DEAF), List.of(Greeting.CLOSED), UNKNOWN).judge().state())
                .isEqualTo(DEAD);
    }
}
