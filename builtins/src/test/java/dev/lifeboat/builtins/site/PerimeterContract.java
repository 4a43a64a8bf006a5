package dev.lifeboat.builtins.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Perimeter} does, errors included. A subclass brings the perimeter, open and anew for each test. */
public abstract class PerimeterContract {

    public abstract GivenPerimeter given();

    private Perimeter perimeter() {
        return given().perimeter();
    }

    @Test
    void anOpenSiteIsSeenToBeOpen() {
        assertThat(perimeter().fenced()).isEqualTo(Setting.OFF);
        assertThat(perimeter().isOpen()).isEqualTo(Seen.DONE);
        assertThat(perimeter().isShut()).isEqualTo(Seen.NOT_DONE);
        assertThat(given().isPassable()).isTrue();
    }

    @Test
    void whoIsShutOffIsNotReached() {
        perimeter().fence();

        assertThat(perimeter().fenced()).isEqualTo(Setting.ON);
        assertThat(perimeter().isShut()).isEqualTo(Seen.DONE);
        assertThat(given().isPassable()).isFalse();
    }

    @Test
    void whoIsOpenedIsReachedAgain() {
        perimeter().fence();
        perimeter().unfence();

        assertThat(perimeter().fenced()).isEqualTo(Setting.OFF);
        assertThat(given().isPassable()).isTrue();
    }

    @Test
    void toBeToldTwiceIsToBeToldOnce() {
        perimeter().fence();
        perimeter().fence();
        perimeter().unfence();

        assertThat(given().isPassable()).isTrue();
    }

    @Test
    void whatDoesNotObeyFails() {
        given().breakIt();

        assertThat(catchThrowableOfType(Failure.class, () -> perimeter().fence())).isNotNull();
        assertThat(perimeter().fenced()).isEqualTo(Setting.OFF);
        assertThat(given().isPassable()).isTrue();
    }

    @Test
    void whatTheInventoryDoesNotSayNobodyCanDo() {
        assertThat(given().undeclared().fenced()).isEqualTo(Setting.UNKNOWN);
        assertThat(catchThrowableOfType(Failure.class, () -> given().undeclared().fence()))
                .hasMessage("The inventory does not say how site `dr` is shut off.");
    }

    @Test
    void aCallEndsWithTheTimeOfItsStep() {
        Failure failure = catchThrowableOfType(Failure.class, () -> given().clock().within(Duration.ZERO, () -> {
            perimeter().fence();
            return true;
        }));

        assertThat(failure).hasMessageContaining("The time was up");
        assertThat(given().isPassable()).isTrue();
    }
}
