package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Login;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads logins, and where their secrets come from. A secret itself is refused: an inventory is no place for one. */
final class SecretReader {
    private SecretReader() {}

    static Login login(String name, YamlMap map) {
        String user = map.need("user", "write the account's name").map(YamlValue::text).orElse("");
        SecretSource password = map.need("password", "write `{env: NAME}` or `{file: path}`")
                .map(SecretReader::password).orElse(new SecretSource.FromPrompt(name));
        return new Login(user, password, map.find("tls").map(value -> value.word(Tls.class)).orElse(Tls.PREFER));
    }

    private static SecretSource password(YamlValue value) {
        if (!value.isMap()) {
            value.wrong(
                    "A password may not stand in an inventory: write `{env: NAME}` or `{file: path}`, and change this one.");
            return new SecretSource.FromPrompt("");
        }
        YamlMap map = value.map();
        SecretSource source = source(map);
        map.reportUnknownKeys();
        return source;
    }

    static SecretSource source(YamlMap map) {
        List<SecretSource> sources = Stream
                .<Optional<SecretSource>>of(map.text("env").map(SecretSource.FromEnvironment::new),
                        map.text("file").map(SecretSource.FromFile::new),
                        map.text("prompt").map(SecretSource.FromPrompt::new),
                        map.text("aws-secret").map(SecretSource.FromAws::new))
                .flatMap(Optional::stream).toList();
        if (sources.size() != 1) {
            map.wrong("Expected exactly one of `env`, `file`, `prompt` and `aws-secret`.");
            return new SecretSource.FromPrompt("");
        }
        return sources.getFirst();
    }
}
