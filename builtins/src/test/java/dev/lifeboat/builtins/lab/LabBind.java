package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A real BIND: the primary name server of a zone, which takes signed updates, or a resolver that asks it and keeps what it heard. It runs in a folder of its
 * own at a port of its own, and ends with the lab at the latest.
 *
 * <p>
 * It is the {@code named} of the path, or Debian's, fetched by the script {@code fetch-bind}; where none can be had the test is
 * skipped with the reason, under {@code CI=true} failed.
 */
public final class LabBind implements AutoCloseable {
    /** The key that may update the zone. */
    public static final String KEY = "lifeboat";
    /** A key that the server knows and that may update nothing. */
    public static final String POWERLESS_KEY = "visitor";
    public static final String ZONE = "lab.test";

    private final int port;
    private final Process process;
    private final Map<String, String> secrets;

    private LabBind(int port, Process process, Map<String, String> secrets) {
        this.port = port;
        this.process = process;
        this.secrets = secrets;
    }

    /** @param records lines of the zone's file, such as {@code orders 30 A 127.0.0.1} */
    public static LabBind primary(MySqlLab lab, List<String> records) {
        var random = new SplittableRandom();
        var secrets = Map.of(KEY, secret(random), POWERLESS_KEY, secret(random));
        var port = lab.reservePort();
        var folder = folder(lab, port);
        write(folder.resolve("zone"), """
                $TTL 30
                @ SOA ns hostmaster 1 3600 600 86400 1
                @ NS ns
                ns A 127.0.0.1
                %s
                """.formatted(String.join("\n", records)));
        var keys = secrets.entrySet().stream()
                .map(key -> "key %s { algorithm hmac-sha256; secret \"%s\"; };".formatted(key.getKey(), key.getValue()))
                .collect(Collectors.joining("\n"));
        return start(lab, folder, port, secrets, keys + """

                zone "%s" { type primary; file "zone"; update-policy { grant %s zonesub ANY; }; };
                """.formatted(ZONE, KEY), "recursion no;");
    }

    /** One that asks {@code primary}, and keeps each answer as long as its time to live allows. */
    public static LabBind resolver(MySqlLab lab, LabBind primary) {
        var port = lab.reservePort();
        return start(lab, folder(lab, port), port, Map.of(), """
                zone "%s" { type forward; forward only; forwarders { 127.0.0.1 port %d; }; };
                """.formatted(ZONE, primary.port),
                "recursion yes; allow-recursion { any; }; dnssec-validation no;");
    }

    private static LabBind start(MySqlLab lab, Path folder, int port, Map<String, String> secrets, String zones,
            String options) {
        var program = ProgramPath.all("named").findFirst().orElseGet(LabBind::fetched);
        var configuration = folder.resolve("named.conf");
        write(configuration, """
                options {
                    directory "%1$s"; pid-file "%1$s/pid"; session-keyfile "%1$s/session.key";
                    listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                    %3$s
                };
                controls { };
                %4$s
                """.formatted(folder, port, options, zones));
        try {
            var process = lab.start(folder.resolve("log"), program.toString(), "-g", "-c", configuration.toString());
            var started = new LabBind(port, process, secrets);
            Await.until("named answers", Duration.ofSeconds(20), started::listens);
            return started;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private static Path fetched() {
        var reason = LabScripts.fetch("fetch-bind");
        return reason.isEmpty() ? LabCache.folder().resolve("bind/bin/named") : Unavailable.because(reason);
    }

    private static Path folder(MySqlLab lab, int port) {
        try {
            return Files.createDirectory(lab.folder().resolve("bind-" + port));
        } catch (IOException cannotMake) {
            throw new UncheckedIOException(cannotMake);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private static String secret(SplittableRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it listens, on 127.0.0.1, by UDP and TCP. */
    public int port() {
        return port;
    }

    /** The secret of one of its keys, in base64. */
    public String secret(String key) {
        return secrets.get(key);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
