package dev.lifeboat.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingAJdkTest {

    private static final int UNAVAILABLE = 69;

    @TempDir
    Path machine;
    Checkout checkout;

    @BeforeEach
    void aCheckoutThatCanBeBuilt() throws Exception {
        checkout = new Checkout(machine).maven();
    }

    @Test
    void takesTheNewestAsNumbersGo() throws Exception {
        checkout.jdk("a", "17.0.15");
        checkout.jdk("b", "21.0.10");
        checkout.jdk("c", "21.0.9");
        checkout.jdk("d", "1.8.0_402");
        assertThat(checkout.lifeboat("check").out()).startsWith("java 21.0.10\n");
        checkout.jdk("e", "100");
        assertThat(checkout.lifeboat("check").out()).startsWith("java 100\n");
    }

    @Test
    void buildsWithTheJdkThatItRunsOn() throws Exception {
        checkout.jdk("old", "17.0.15");
        var jdk = checkout.jdk("new", "25");
        checkout.lifeboat("check");
        assertThat(checkout.mavenCalls()).singleElement().asString().startsWith(jdk + " ");
    }

    @Test
    void passesOverWhatIsNotAJdk() throws Exception {
        checkout.jdk("good", "21.0.1");
        Files.delete(checkout.jdk("without java", "25").resolve("bin/java"));
        Files.delete(checkout.jdk("without release", "26").resolve("release"));
        checkout.jdk("odd", "next");
        Files.writeString(checkout.jdks.resolve("file"), "JAVA_VERSION=\"27\"");
        assertThat(checkout.lifeboat("check").out()).startsWith("java 21.0.1\n");
    }

    @Test
    void aNamedJdkGoesBeforeNewerOnes() throws Exception {
        checkout.jdk("newest", "25.0.1");
        checkout.set("LIFEBOAT_JAVA_HOME", checkout.jdk("named", "21.0.1").toString());
        assertThat(checkout.lifeboat("check").out()).startsWith("java 21.0.1\n");
    }

    @Test
    void aNamedJdkThatIsTooOldIsRefusedEvenIfAnotherFits() throws Exception {
        checkout.jdk("newest", "25.0.1");
        var old = checkout.jdk("old", "17.0.15");
        var outcome = checkout.set("LIFEBOAT_JAVA_HOME", old.toString()).lifeboat("check");
        assertThat(outcome.status()).isEqualTo(UNAVAILABLE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("LIFEBOAT_JAVA_HOME is " + old + ", which is Java 17.0.15.",
                "a JDK 21 or newer");
    }

    @Test
    void aNamedFolderThatIsNotAJdkIsRefused() throws Exception {
        var outcome = checkout.set("LIFEBOAT_JAVA_HOME", "/nowhere").lifeboat("check");
        assertThat(outcome.status()).isEqualTo(UNAVAILABLE);
        assertThat(outcome.err()).contains("LIFEBOAT_JAVA_HOME is /nowhere, which is not the folder of a JDK");
    }

    @Test
    void saysWhatItFoundAndWhatToDoWhereNoneFits() throws Exception {
        var old = checkout.jdk("old", "17.0.15");
        var outcome = checkout.lifeboat("check");
        assertThat(outcome.status()).isEqualTo(UNAVAILABLE);
        assertThat(outcome.err()).contains("Lifeboat needs a JDK 21 or newer", "Java 17.0.15 in " + old, "Install one",
                "LIFEBOAT_JAVA_HOME");
        assertThat(checkout.mavenCalls()).isEmpty();
    }

    @Test
    void saysSoWhereThereIsNoneAtAll() throws Exception {
        assertThat(checkout.lifeboat("check").err()).contains("Lifeboat needs a JDK 21 or newer, and found none.");
    }

    @Test
    void runsOnAJreButDoesNotBuildWithOne() throws Exception {
        checkout.jdk("jdk", "21.0.1");
        Files.delete(checkout.jdk("jre", "25").resolve("bin/javac"));
        assertThat(checkout.lifeboat("check").out()).startsWith("java 21.0.1\n");
        assertThat(checkout.lifeboat("check").out()).startsWith("java 25\n");
    }
}
