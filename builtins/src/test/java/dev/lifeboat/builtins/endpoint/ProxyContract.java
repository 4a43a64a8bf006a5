package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an endpoint does besides that stands between the application and the servers, as a proxy does and a file does not. */
public abstract class ProxyContract extends EndpointContract {

    @Test
    void aSwitchEndsWhatHangsAtTheOtherServer() {
        given().openSession();
        assertThat(given().server("db1").sessions()).hasSize(1);
        orders().switchTo("db2");
        assertNoSession();
    }

    @Test
    void aRemovalEndsWhatHangsAtTheServer() {
        given().openSession();
        orders().remove("db1");
        assertNoSession();
    }

    @Test
    void aDrainLeavesThoseAloneThatAreIn() {
        given().openSession();
        orders().drain();

        assertThat(given().server("db1").sessions()).hasSize(1);
        orders().remove("db1");
        orders().restore(List.of("db1"));
    }

    @Test
    void sessionsAtTheServerThatStaysAreLeftAlone() {
        given().openSession();
        orders().switchTo("db1");
        orders().restore(orders().targets());

        assertThat(given().server("db1").sessions()).hasSize(1);
    }

    /** A server needs a moment to notice that a connection was closed. */
    private void assertNoSession() {
        Eventually.holds(given().clock(), "the session is gone", () -> given().server("db1").sessions().isEmpty());
    }
}
