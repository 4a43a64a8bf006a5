package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.value.Json;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private final Identities identities = new Identities();

    private void heard(Event event) {
        identities.heard(new Recorded(1, 1, "main", Instant.EPOCH, event));
    }

    @Test
    void whoeverIsMetFirstIsExpectedFromThenOn() {
        identities.met("db1", "3e11");
        identities.met("db1", "3e11");

        assertThat(identities.of("db1")).contains("3e11");
        assertThatThrownBy(() -> identities.met("db1", "7c22")).isInstanceOf(Halt.class)
                .hasMessageContaining("`db1`").hasMessageContaining("3e11").hasMessageContaining("7c22");
        assertThat(identities.of("db1")).contains("3e11");
    }

    @Test
    void thePreflightSaysWhoIsExpected() {
        heard(new Event.PreflightEnded(List.of(), List.of(),
                List.of(new Event.Identity("db1", "3e11", "", "its replicas")), Duration.ZERO));

        assertThatThrownBy(() -> identities.met("db1", "7c22")).isInstanceOf(Halt.class);
    }

    @Test
    void aJournalSaysWhomItsRunHasMet() {
        heard(new Event.PortCallEnded(1, 1, "MySqlServer", "db1", "state", new Json("[]"), new Json("{}"), null,
                "3e11"));

        assertThatThrownBy(() -> identities.met("db1", "7c22")).isInstanceOf(Halt.class);
    }

    @Test
    void whatChangesAnIdentityByDesignTeachesTheNewOne() {
        identities.met("db1", "3e11");
        heard(new Event.Learned(1, "identity of db1", new Value.Text("7c22")));

        identities.met("db1", "7c22");
        assertThatThrownBy(() -> identities.met("db1", "3e11")).isInstanceOf(Halt.class);
    }
}
