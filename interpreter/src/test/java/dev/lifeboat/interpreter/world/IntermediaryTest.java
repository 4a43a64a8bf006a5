package dev.lifeboat.interpreter.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What it left out would be answered by nobody, though the people behind it have an answer. */
class IntermediaryTest {

    @Test
    void everythingIsPassedOn() {
        assertThat(People.class.getMethods()).allMatch(IntermediaryTest::isPassedOn);
    }

    private static boolean isPassedOn(Method method) {
        return Arrays.stream(Intermediary.class.getDeclaredMethods()).anyMatch(own -> own.isDefault()
                && own.getName().equals(method.getName())
                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
