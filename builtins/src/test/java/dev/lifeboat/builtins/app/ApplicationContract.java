package dev.lifeboat.builtins.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Application} does, errors included. A subclass brings the application, well and anew for each test. */
public abstract class ApplicationContract {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    public abstract GivenApplication given();

    private Application application() {
        return given().application();
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call);
    }

    @Test
    void placesOrdersWhereItWasToldTo() {
        assertThat(application().inMaintenance()).isEqualTo(Setting.OFF);
        assertThat(application().isReadOnly()).isEqualTo(Setting.OFF);
        assertThat(given().writesTo()).contains("db1");
    }

    @Test
    void inMaintenanceItPlacesNoOrdersUntilItIsOver() {
        application().maintenance(true);
        assertThat(application().inMaintenance()).isEqualTo(Setting.ON);
        assertThat(application().isReadOnly()).isEqualTo(Setting.OFF);
        assertThat(given().writesTo()).isEmpty();

        application().maintenance(false);
        assertThat(application().inMaintenance()).isEqualTo(Setting.OFF);
        assertThat(given().writesTo()).contains("db1");
    }

    @Test
    void readOnlyItPlacesNoOrdersUntilItIsOver() {
        application().readOnly(true);
        assertThat(application().isReadOnly()).isEqualTo(Setting.ON);
        assertThat(application().inMaintenance()).isEqualTo(Setting.OFF);
        assertThat(given().writesTo()).isEmpty();

        application().readOnly(false);
        assertThat(given().writesTo()).contains("db1");
    }

    @Test
    void toBeToldTwiceIsToBeToldOnce() {
        application().readOnly(true);
        application().readOnly(true);
        application().maintenance(false);

        application().readOnly(false);
        assertThat(given().writesTo()).contains("db1");
    }

    @Test
    void aProbeSeesHowASwitchStands() {
        application().readOnly(true);

        assertThat(application().readOnlyIs(true)).isEqualTo(Seen.DONE);
        assertThat(application().readOnlyIs(false)).isEqualTo(Seen.NOT_DONE);
        assertThat(application().maintenanceIs(true)).isEqualTo(Seen.NOT_DONE);
        assertThat(application().maintenanceIs(false)).isEqualTo(Seen.DONE);
    }

    @Test
    void anotherDatabaseIsTakenUpWithARestart() {
        application().reconfigure("db2");
        assertThat(application().database()).contains("db2");
        assertThat(application().writesTo("db2")).isEqualTo(Seen.DONE);
        assertThat(application().writesTo("db1")).isEqualTo(Seen.NOT_DONE);
        assertThat(given().writesTo()).contains("db1");

        application().restart();
        assertThat(given().writesTo()).contains("db2");
        assertThat(application().database()).contains("db2");
    }

    @Test
    void aRestartLeavesSwitchesAsTheyAre() {
        application().readOnly(true);
        application().restart();

        assertThat(application().isReadOnly()).isEqualTo(Setting.ON);
        assertThat(given().writesTo()).isEmpty();
    }

    @Test
    void aServerThatTheInventoryDoesNotKnowIsNoDatabase() {
        Failure failure = failure(() -> application().reconfigure("db9"));

        assertThat(failure).hasMessage("The inventory has no server `db9`.");
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        assertThat(application().writesTo("db9")).isEqualTo(Seen.NOT_DONE);
    }

    @Test
    void aSmokeTestPassesWhereOrdersAreTaken() {
        assertThat(given().writesTo()).isPresent();

        assertThat(application().smokeTest()).isEqualTo(new SmokeTest(true, 1, List.of()));
    }

    @Test
    void aSmokeTestFindsThatNoOrdersAreTaken() {
        application().readOnly(true);
        SmokeTest test = application().smokeTest();

        assertThat(test.passed()).isFalse();
        assertThat(test.findings()).singleElement().asString().contains("told");
    }

    @Test
    void aSmokeTestFindsThatTheDatabaseIsGone() {
        given().killDatabase();
        assertThat(given().writesTo()).isEmpty();

        SmokeTest test = application().smokeTest();
        assertThat(test.passed()).isFalse();
        assertThat(test.findings()).hasSize(1);
    }

    @Test
    void whoCannotBeReachedWasNotTold() {
        given().vanish();

        List<ThrowingCallable> calls = List.of(() -> application().maintenance(true),
                () -> application().readOnly(true), () -> application().reconfigure("db2"),
                () -> application().restart(), () -> application().inMaintenance(),
                () -> application().isReadOnly(), () -> application().database());
        assertThat(calls).allSatisfy(call -> {
            Failure failure = failure(call);
            assertThat(failure).isNotNull();
            assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        });
        assertThat(given().writesTo()).contains("db1");
    }

    @Test
    void aCallEndsWithTheTimeOfItsStep() {
        Failure failure = failure(() -> given().clock().within(Duration.ZERO, () -> {
            application().maintenance(true);
            return true;
        }));

        assertThat(failure).hasMessageContaining("The time was up");
        assertThat(application().inMaintenance()).isEqualTo(Setting.OFF);
    }

    @Test
    void whatTheInventoryDoesNotSayNobodyCanDo() {
        Application application = given().undeclared();

        assertThat(application.inMaintenance()).isEqualTo(Setting.UNKNOWN);
        assertThat(application.isReadOnly()).isEqualTo(Setting.UNKNOWN);
        assertThat(application.database()).isEmpty();
        List<ThrowingCallable> calls = List.of(() -> application.maintenance(true), () -> application.readOnly(false),
                () -> application.reconfigure("db2"), application::restart, application::smokeTest);
        assertThat(calls).allSatisfy(call -> assertThat(failure(call))
                .hasMessageStartingWith("The inventory does not say how to do `"));
        assertThat(application.maintenanceIs(true)).isEqualTo(Seen.REPEATABLE);
        assertThat(application.writesTo("db2")).isEqualTo(Seen.REPEATABLE);
    }

    @Test
    void whatMayMeanSomethingElseTheSecondTimeIsNotSentTwice() {
        assertThat(application().meansTheSameTwice("PUT https://shop.example.net/admin/read-only", LIMIT))
                .isEqualTo(Seen.REPEATABLE);
        assertThat(application().meansTheSameTwice("POST https://shop.example.net/admin/read-only", LIMIT))
                .isEqualTo(Seen.UNKNOWN);
        assertThat(application().isPutIntoAState("touch read-only", LIMIT)).isEqualTo(Seen.REPEATABLE);
    }
}
