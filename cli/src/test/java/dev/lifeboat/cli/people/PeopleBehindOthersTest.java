package dev.lifeboat.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.stepping.SteppingPeople;
import dev.lifeboat.cli.watch.WatchedPeople;
import dev.lifeboat.interpreter.replay.ReplayedPeople;
import dev.lifeboat.interpreter.world.People;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who stand before others have to pass everything on: what they leave out would be answered by nobody. */
class PeopleBehindOthersTest {

    @ParameterizedTest
    @ValueSource(classes = {InterruptingPeople.class, SteppingPeople.class, WatchedPeople.class, ReplayedPeople.class})
    void areAskedEverything(Class<? extends People> before) {
        assertThat(People.class.getMethods()).allSatisfy(method -> assertThat(declares(before, method))
                .as("%s has its own `%s`", before.getSimpleName(), method.getName()).isTrue());
    }

    private static boolean declares(Class<?> kind, Method method) {
        return Arrays.stream(kind.getDeclaredMethods()).anyMatch(own -> own.getName().equals(method.getName())
                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
