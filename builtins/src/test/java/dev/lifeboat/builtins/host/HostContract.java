package dev.lifeboat.builtins.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.builtins.host.Host.Autostart;
import dev.lifeboat.builtins.host.Host.FileSystem;
import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Host} does, errors included. A subclass brings the host, well and anew for each test. */
public abstract class HostContract {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String MYSQL = "mysql";

    public abstract GivenHost given();

    private Host host() {
        return given().host();
    }

    @Test
    void aHostThatIsWellIsReachable() {
        assertThat(host().reachable(LIMIT)).isTrue();
    }

    @Test
    void aCommandAnswersWithItsOutputAndItsStatus() {
        assertThat(host().read("echo hello", LIMIT)).isEqualTo(new Output(0, "hello"));
        assertThat(host().run("echo hello", LIMIT)).isEqualTo(new Output(0, "hello"));
    }

    @Test
    void aCommandThatComplainsIsAnAnswerToo() {
        Output output = host().read("ls /nowhere", LIMIT);

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.text()).contains("/nowhere");
    }

    @Test
    void aServiceIsStoppedAndStarted() {
        assertThat(host().service(MYSQL)).isEqualTo(ServiceState.RUNNING);
        host().stopService(MYSQL);
        assertThat(host().service(MYSQL)).isEqualTo(ServiceState.STOPPED);
        assertThat(given().server().reach(LIMIT).answer()).isEqualTo(Answer.REFUSED);

        host().startService(MYSQL);
        assertThat(host().service(MYSQL)).isEqualTo(ServiceState.RUNNING);
        eventually("it answers", () -> given().server().reach(LIMIT).answered());
    }

    @Test
    void stoppingAndStartingAgainChangesNothing() {
        host().startService(MYSQL);
        assertThat(host().service(MYSQL)).isEqualTo(ServiceState.RUNNING);

        host().stopService(MYSQL);
        host().stopService(MYSQL);
        host().killService(MYSQL);
        assertThat(host().service(MYSQL)).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aServiceIsKilled() {
        host().killService(MYSQL);

        assertThat(host().service(MYSQL)).isEqualTo(ServiceState.STOPPED);
        assertThat(given().server().reach(LIMIT).answer()).isEqualTo(Answer.REFUSED);
    }

    /** A start as usual opens it: {@code read_only=OFF} is persisted. */
    @Test
    void aServerIsStartedFencedWhateverIsPersisted() {
        host().killService(MYSQL);
        host().startServiceFenced(MYSQL);
        eventually("it answers", () -> given().server().reach(LIMIT).answered());
        assertThat(given().server().state().readOnly()).matches(found -> found.readOnly() && found.superReadOnly());

        host().killService(MYSQL);
        host().startService(MYSQL);
        eventually("it answers", () -> given().server().reach(LIMIT).answered());
        assertThat(given().server().state().readOnly().writable()).isTrue();
    }

    @Test
    void autostartIsSwitchedAndTold() {
        assertThat(host().autostarts(MYSQL)).isEqualTo(Autostart.ON);
        host().autostart(MYSQL, false);
        host().autostart(MYSQL, false);
        assertThat(host().autostarts(MYSQL)).isEqualTo(Autostart.OFF);
        assertThat(host().service(MYSQL)).as("it runs on").isEqualTo(ServiceState.RUNNING);

        host().autostart(MYSQL, true);
        assertThat(host().autostarts(MYSQL)).isEqualTo(Autostart.ON);
    }

    @Test
    void aMachineThatComesUpStartsWhatStartsWithIt() {
        host().power(false);
        assertThat(given().server().reach(LIMIT).answered()).isFalse();
        host().power(true);
        eventually("it answers", () -> given().server().reach(LIMIT).answered());
    }

    @Test
    void aMachineThatComesUpDoesNotStartWhatDoesNot() {
        host().autostart(MYSQL, false);
        host().power(false);
        host().power(true);

        assertThat(host().service(MYSQL)).isEqualTo(ServiceState.STOPPED);
        assertThat(given().server().reach(LIMIT).answer()).isEqualTo(Answer.REFUSED);
    }

    @Test
    void aServiceThatTheInventoryDoesNotKnowIsNamed() {
        List<ThrowingCallable> calls = List.of(() -> host().service("mysqld"), () -> host().autostarts("mysqld"),
                () -> host().startService("mysqld"), () -> host().startServiceFenced("mysqld"),
                () -> host().stopService("mysqld"), () -> host().killService("mysqld"),
                () -> host().autostart("mysqld", true));

        assertThat(calls).allSatisfy(call -> assertRefused(call, "no service `mysqld`", "`services:`"));
    }

    @Test
    void whatTheInventoryHasNoCommandForIsRefusedWithTheKeyThatIsMissing() {
        assertThat(host().service("bare")).isEqualTo(ServiceState.UNKNOWN);
        assertThat(host().autostarts("bare")).isEqualTo(Autostart.UNKNOWN);
        assertRefused(() -> host().startService("bare"), "how to start service `bare`", "`start: …`");
        assertRefused(() -> host().startServiceFenced("bare"), "`bare`", "`start_fenced: …`");
        assertRefused(() -> host().stopService("bare"), "how to stop service `bare`", "`stop: …`");
        assertRefused(() -> host().killService("bare"), "how to kill service `bare`", "`kill: …`");
        assertRefused(() -> host().autostart("bare", true), "how to enable service `bare`", "`enable: …`");
        assertRefused(() -> host().autostart("bare", false), "how to disable service `bare`", "`disable: …`");
    }

    @Test
    void itsDisksAreToldWithWhatIsFree() {
        List<FileSystem> found = host().fileSystems();

        assertThat(found).extracting(FileSystem::mount).contains("/").doesNotHaveDuplicates();
        assertThat(found).allMatch(one -> one.size().bytes() > 0
                && one.used().bytes() + one.free().bytes() <= one.size().bytes());
    }

    @Test
    void theEndOfAServicesLogIsTold() {
        assertThat(host().log(MYSQL, 3).lines().toList()).hasSizeBetween(1, 3);
        assertRefused(() -> host().log("bare", 3), "read the log of service `bare`", "`log: …`");
    }

    @Test
    void itMeetsTheGreetingOfAServerThatLives() {
        assertThat(host().greeting(given().address(), LIMIT)).isEqualTo(Greeting.GREETS);
    }

    @Test
    void nobodyTakesAConnectionWhereMySqlIsGone() {
        host().killService(MYSQL);

        assertThat(host().greeting(given().address(), LIMIT)).isEqualTo(Greeting.CLOSED);
    }

    @Test
    void aServerThatHangsIsSilentToIt() {
        given().freeze();
        try {
            assertThat(host().greeting(given().address(), Duration.ofSeconds(1))).isEqualTo(Greeting.SILENT);
        } finally {
            given().thaw();
        }
        assertThat(host().greeting(given().address(), LIMIT)).isEqualTo(Greeting.GREETS);
    }

    @Test
    void aMachineWithoutASwitchIsNotSwitched() {
        assertRefused(() -> given().withoutPower().power(false), "nothing of the power", "`power: ");
    }

    private void assertRefused(ThrowingCallable call, String message, String hint) {
        Failure failure = catchThrowableOfType(Failure.class, call);
        assertThat(failure).hasMessageContaining(message).hasMessageContaining("`" + host().name() + "`");
        assertThat(failure.hint()).contains(hint);
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
    }

    private void eventually(String what, BooleanSupplier holds) {
        Eventually.holds(given().clock(), what, holds);
    }
}
