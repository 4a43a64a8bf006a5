package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.SessionMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientOptionsTest {

    private static JdbcLogin login(Tls tls, Optional<Path> ca) {
        return new JdbcLogin("db1", new Address("db1.example.net", 3307), "dba", () -> "a\"b\\c # d'", tls, ca,
                SessionMark.NONE);
    }

    @Test
    void aPasswordIsQuotedAndTlsIsThatOfTheLogin() {
        assertThat(ClientOptions.text(login(Tls.VERIFY, Optional.of(Path.of("/etc/ca.pem"))))).isEqualTo("""
                [client]
                protocol=tcp
                host="db1.example.net"
                port=3307
                user="dba"
                password="a\\"b\\\\c # d'"
                ssl-mode=VERIFY_IDENTITY
                ssl-ca="/etc/ca.pem"
                [mysql]
                comments
                """);
        assertThat(ClientOptions.text(login(Tls.OFF, Optional.empty()))).contains("ssl-mode=DISABLED",
                "get-server-public-key");
    }

    @Test
    void nobodyElseReadsItAndItIsGoneAfterwards() throws IOException {
        Path file;
        try (ClientOptions options = ClientOptions.of(login(Tls.REQUIRE, Optional.empty()))) {
            file = Path.of(options.argument().substring("--defaults-file=".length()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(file).doesNotExist();
    }
}
