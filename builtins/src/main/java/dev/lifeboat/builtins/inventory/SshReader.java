package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Ssh;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a host is reached by SSH. */
final class SshReader {
    private static final List<String> KEYS = List.of("key", "known_hosts", "connect_timeout");
    private static final Pattern WAY = Pattern
            .compile("([^@\\s:]+)@(\\[[0-9A-Fa-f:.]+]|[^@\\s:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern WITH_PASSWORD = Pattern.compile("[^@\\s:]+:\\S*@.*");
    private static final int HIGHEST_PORT = 65_535;

    private SshReader() {}

    /** @param host what the map is of */
    static Optional<Ssh> ssh(YamlMap host) {
        Optional<Ssh.Key> key = host.find("key").map(SshReader::key);
        Optional<String> knownHosts = host.text("known_hosts");
        Optional<Duration> timeout = host.find("connect_timeout").map(SshReader::timeout);
        Optional<Ssh> ssh = host.find("ssh").flatMap(value -> way(value, key, knownHosts, timeout));
        if (host.find("ssh").isEmpty()) {
            KEYS.forEach(name -> host.find(name)
                    .ifPresent(value -> value.wrong("`" + name + "` is for a host that is reached by SSH.",
                            "Add `ssh: user@host`, or leave it out.")));
        }
        return ssh;
    }

    private static Optional<Ssh> way(YamlValue value, Optional<Ssh.Key> key, Optional<String> knownHosts,
            Optional<Duration> timeout) {
        String text = value.text();
        if (WITH_PASSWORD.matcher(text).matches()) {
            value.secret("A password may not stand in an inventory, and none is ever sent by SSH: write `user@host`, "
                    + "name a `key`, and change this password.");
            return Optional.empty();
        }
        Matcher matcher = WAY.matcher(text);
        if (!matcher.matches() || port(matcher) < 1 || port(matcher) > HIGHEST_PORT) {
            value.unexpected(text, "`user@host` or `user@host:port`");
            return Optional.empty();
        }
        return Optional.of(new Ssh(matcher.group(1), matcher.group(2).replaceAll("[\\[\\]]", ""), port(matcher), key,
                knownHosts, timeout.orElse(Ssh.TO_CONNECT)));
    }

    private static int port(Matcher matcher) {
        return matcher.group(3) == null ? Ssh.PORT : Integer.parseInt(matcher.group(3));
    }

    /** The file alone, or with where its passphrase comes from. */
    private static Ssh.Key key(YamlValue value) {
        if (!value.isMap()) {
            return new Ssh.Key(value.text(), Optional.empty());
        }
        YamlMap map = value.map();
        String file = map.need("file", "name the file of the private key").map(YamlValue::text).orElse("");
        Ssh.Key key = new Ssh.Key(file,
                map.find("passphrase").map(secret -> SecretReader.source(secret, "passphrase")));
        map.reportUnknownKeys();
        return key;
    }

    private static Duration timeout(YamlValue value) {
        Duration timeout = value.duration();
        if (timeout.isZero()) {
            value.wrong("Nobody can connect within no time: expected a duration such as `5s`.");
        }
        return timeout;
    }
}
