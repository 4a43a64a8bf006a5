package dev.lifeboat.builtins.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void whatIsTypedIsAskedForOnce() {
        Secrets secrets = secrets();
        assertThat(secrets.fetch(new SecretSource.FromPrompt("Password of dba"), "login `dba`")).isEqualTo("typed 1");
        assertThat(secrets.fetch(new SecretSource.FromPrompt("Password of dba"), "login `dba`")).isEqualTo("typed 1");
        assertThat(secrets.fetch(new SecretSource.FromPrompt("Token"), "channel `chat`")).isEqualTo("typed 2");
        assertThat(asked).containsExactly("Password of dba", "Token");
    }

    @Test
    void aFileThatOthersCanReadIsWarnedOfOnce() throws IOException {
        Secrets secrets = secrets();
        plant("closed", "rw-------");
        plant("group", "rw-r-----");
        plant("all", "rw-r--r--");
        for (String name : List.of("closed", "group", "all", "group")) {
            assertThat(secrets.fetch(new SecretSource.FromFile(name), "login `dba`")).isEqualTo("in " + name);
        }
        assertThat(warnings).containsExactly("The secret in file `group` can be read by others: `chmod 600 group`.",
                "The secret in file `all` can be read by others: `chmod 600 all`.");
    }

    private Secrets secrets() {
        return new Secrets(folder, Map.of(), text -> {
            asked.add(text);
            return Optional.of("typed " + asked.size());
        }, warnings::add);
    }

    private void plant(String name, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "in " + name + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
