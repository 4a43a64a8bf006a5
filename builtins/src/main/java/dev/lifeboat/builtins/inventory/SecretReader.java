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
    private static final List<String> KEYS = List.of("env", "file", "prompt", "aws-secret");
    private static final String EXPECTED = "Expected exactly one of `env`, `file`, `prompt` and `aws-secret`.";
    private static final SecretSource NONE = new SecretSource.FromPrompt("");

    private SecretReader() {}

    static Login login(String name, YamlMap map) {
        String user = map.need("user", "write the account's name").map(YamlValue::text).orElse("");
        SecretSource password = map.need("password", "write `{env: NAME}` or `{file: path}`")
                .map(value -> source(value, "password")).orElse(new SecretSource.FromPrompt(name));
        Tls tls = map.find("tls").map(value -> value.word(Tls.class)).orElse(Tls.PREFER);
        Optional<String> ca = map.text("ca");
        if (ca.isPresent() && tls != Tls.VERIFY) {
            map.wrong("`ca` counts with `tls: verify` alone: otherwise no certificate is looked at.");
        }
        return new Login(user, password, tls, ca);
    }

    /** @param kind what it is, for messages: {@code password} */
    static SecretSource source(YamlValue value, String kind) {
        if (!value.isMap()) {
            value.secret("A " + kind
                    + " may not stand in an inventory: write `{env: NAME}` or `{file: path}`, and change this one.");
            return NONE;
        }
        YamlMap map = value.map();
        SecretSource source = source(map);
        map.reportUnknownKeys();
        return source;
    }

    private static SecretSource source(YamlMap map) {
        List<SecretSource> sources = Stream
                .<Optional<SecretSource>>of(map.text("env").map(SecretSource.FromEnvironment::new),
                        map.text("file").map(SecretSource.FromFile::new),
                        map.text("prompt").map(SecretSource.FromPrompt::new),
                        map.text("aws-secret").map(SecretSource.FromAws::new))
                .flatMap(Optional::stream).toList();
        if (sources.isEmpty()) {
            map.missing(KEYS, EXPECTED);
        } else if (sources.size() > 1) {
            map.wrong(EXPECTED);
        }
        return sources.stream().findFirst().orElse(NONE);
    }
}
