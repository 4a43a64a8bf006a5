package dev.lifeboat.builtins.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets out of AWS Secrets Manager, of which the SDK's own client asks a mock. */
class AwsSecretsTest {
    private static final String BEGINNING = "The secret of login `dba` is `lifeboat/dba` in AWS Secrets Manager, and "
            + "can't be had: ";
    private MockAwsSecrets manager;
    private Secrets secrets;

    @BeforeEach
    void start() throws IOException {
        manager = new MockAwsSecrets();
        secrets = new Secrets(Path.of("."), Map.of("AWS_ENDPOINT_URL", manager.address(), "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "lab", "AWS_SECRET_ACCESS_KEY", "lab-secret"), text -> Optional.empty(),
                warning -> {});
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    private String fetch(String id) {
        return secrets.fetch(new SecretSource.FromAws(id), "login `dba`");
    }

    private Failure failure(String id) {
        return catchThrowableOfType(Failure.class, () -> fetch(id));
    }

    @Test
    void aSecretIsFetchedEachTime() {
        manager.secrets.put("lifeboat/dba", "hunter2");
        assertThat(fetch("lifeboat/dba")).isEqualTo("hunter2");
        assertThat(manager.authorization).contains("Credential=lab/").contains("/eu-central-1/secretsmanager/");
        manager.secrets.put("lifeboat/dba", "rotated");
        assertThat(fetch("lifeboat/dba")).isEqualTo("rotated");
    }

    @Test
    void aKeyOfAnObjectIsMeantByWhatFollows() {
        manager.secrets.put("lifeboat/dba", "{\"user\": \"dba\", \"password\": \"hunter2\", \"port\": 3306}");
        assertThat(fetch("lifeboat/dba#password")).isEqualTo("hunter2");
        assertThat(fetch("lifeboat/dba#port")).isEqualTo("3306");
        assertThat(failure("lifeboat/dba#pasword")).hasMessage("The secret of login `dba` is `pasword` of "
                + "`lifeboat/dba` in AWS Secrets Manager, which is no JSON object with such a key.");
        manager.secrets.put("lifeboat/dba", "hunter2");
        assertThat(failure("lifeboat/dba#password").getMessage()).doesNotContain("hunter2");
    }

    @Test
    void anArnSaysItsRegion() {
        String arn = "arn:aws:secretsmanager:eu-west-3:123456789012:secret:lifeboat/dba-AbCdEf";
        manager.secrets.put(arn, "hunter2");
        assertThat(fetch(arn)).isEqualTo("hunter2");
        assertThat(manager.authorization).contains("/eu-west-3/secretsmanager/");
    }

    @Test
    void whatIsRefusedIsSaidWithWhatToDo() {
        Failure missing = failure("lifeboat/dba");
        assertThat(missing).hasMessage(BEGINNING + "there is no such secret.");
        assertThat(missing.hint()).isEqualTo(
                "Look at its name and its region: `AWS_REGION`, or the whole ARN in the inventory.");
        manager.error = Optional.of("AccessDeniedException");
        assertThat(failure("lifeboat/dba")).hasMessage(BEGINNING + "it is not permitted.");
        assertThat(failure("lifeboat/dba").hint()).contains("`secretsmanager:GetSecretValue`");
        manager.error = Optional.of("UnrecognizedClientException");
        assertThat(failure("lifeboat/dba")).hasMessage(BEGINNING + "it answered UnrecognizedClientException.");
    }

    @Test
    void whereItDoesNotAnswerWhatIsKnownStillCounts() {
        manager.secrets.put("lifeboat/dba", "hunter2");
        fetch("lifeboat/dba");
        manager.close();
        assertThat(fetch("lifeboat/dba")).isEqualTo("hunter2");
        assertThat(failure("lifeboat/other").getMessage()).endsWith("can't be had: it does not answer.");
    }

    @Test
    void whoIsRefusedNowDoesNotGoOnWithWhatWasKnown() {
        manager.secrets.put("lifeboat/dba", "hunter2");
        fetch("lifeboat/dba");
        manager.error = Optional.of("AccessDeniedException");
        assertThat(failure("lifeboat/dba")).hasMessage(BEGINNING + "it is not permitted.");
    }
}
