package dev.lifeboat.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.lifeboat.interpreter.world.RealWorld;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock, sleep and chance are reached through ports: only their adapters, marked as such, touch them. */
class DeterminismTest {

    private static final Set<String> CLOCK = Set.of("java.lang.System.nanoTime", "java.lang.System.currentTimeMillis",
            "java.time.Instant.now", "java.time.LocalDate.now", "java.time.LocalTime.now",
            "java.time.LocalDateTime.now", "java.time.OffsetDateTime.now", "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC", "java.time.Clock.systemDefaultZone", "java.time.Clock.system");

    private static final Set<String> SLEEP = Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep");

    private static final Set<String> CHANCE = Set.of("java.lang.Math.random", "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current", "java.security.SecureRandom.<init>",
            "java.util.random.RandomGenerator.getDefault");

    /** Fine with a seed, chance without one. */
    private static final Set<String> SEEDED = Set.of("java.util.Random.<init>", "java.util.SplittableRandom.<init>",
            "java.util.Date.<init>");

    private static final ArchRule TIME_AND_CHANCE_ARE_PORTS = noClasses()
            .that(describe("are not marked @RealWorld", type -> !isRealWorld(type)))
            .should().accessTargetWhere(describe("reads the clock, sleeps or draws chance", DeterminismTest::isOutside))
            .because("the same runbook, scenario and seed must give the same journal; take the time from `Clock`, "
                    + "or mark the adapter @RealWorld");

    @Test
    void nothingButAnAdapterReadsTheClockSleepsOrDrawsChance() {
        TIME_AND_CHANCE_ARE_PORTS.check(LifeboatClasses.WITHOUT_TESTS);
    }

    @ParameterizedTest
    @ValueSource(classes = {ReadsTheClock.class, Sleeps.class, DrawsChance.class, RollsDice.class})
    void theRuleSeesAnOffender(Class<?> offender) {
        assertThat(violates(offender)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {Adapter.class, Seeded.class})
    void theRuleLetsAdaptersAndSeedsPass(Class<?> allowed) {
        assertThat(violates(allowed)).isFalse();
    }

    private static boolean violates(Class<?> type) {
        return TIME_AND_CHANCE_ARE_PORTS.allowEmptyShould(true).evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    private static boolean isRealWorld(JavaClass type) {
        return type.isAnnotatedWith(RealWorld.class)
                || type.getEnclosingClass().filter(DeterminismTest::isRealWorld).isPresent();
    }

    private static boolean isOutside(JavaAccess<?> access) {
        var target = access.getTarget().getOwner().getName() + "." + access.getTarget().getName();
        return CLOCK.contains(target) || SLEEP.contains(target) || CHANCE.contains(target)
                || SEEDED.contains(target) && access.getTarget().getFullName().endsWith("()");
    }

    static class ReadsTheClock {
        Instant now = Instant.now();
    }

    static class Sleeps {
        void nap() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static class DrawsChance {
        Runnable later = UUID::randomUUID;
    }

    static class RollsDice {
        Random dice = new Random();
    }

    static class Seeded {
        Random dice = new Random(4711);
    }

    @RealWorld
    static class Adapter {
        Runnable later = () -> new Random().nextInt();
    }
}
