package dev.lifeboat.builtins.mysql.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabCertificate;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.OnServers;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcReach;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.SessionMark;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections to two servers: one whose certificate a file vouches for, and one that has none. */
class TlsIT {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    @TempDir
    private static Path known;
    @TempDir
    private static Path strange;
    private static LabCertificate certificate;
    private static LabCertificate another;
    private static MySqlLab lab;

    @BeforeAll
    static void start() throws Exception {
        certificate = LabCertificate.in(known);
        another = LabCertificate.in(strange);
        lab = MySqlLab.start(ServerPlan.spare("db1").with("ssl_cert", certificate.certificate().toString())
                .with("ssl_key", certificate.key().toString()).with("ssl_ca", certificate.certificate().toString()),
                ServerPlan.spare("plain").with("tls_version", "''").with("auto_generate_certs", "OFF"));
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    private static JdbcLogin login(String server, Tls tls, Optional<Path> ca) {
        return new JdbcLogin(server, new Address("127.0.0.1", lab.server(server).port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, tls, ca, SessionMark.NONE);
    }

    private static String cipher(JdbcLogin login) {
        return new JdbcSession(login, new SystemClock()).observe("look at its encryption", connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
                row.next();
                return row.getString(2);
            }
        });
    }

    private static Reach reach(JdbcLogin login) {
        return JdbcReach.look(login, LIMIT);
    }

    @Test
    void whatIsRequiredIsEncryptedWhoeverSigned() {
        assertThat(cipher(login("db1", Tls.REQUIRE, Optional.empty()))).isNotEmpty();
        assertThat(cipher(login("db1", Tls.PREFER, Optional.empty()))).isNotEmpty();
        assertThat(cipher(login("db1", Tls.OFF, Optional.empty()))).isEmpty();
    }

    @Test
    void aServerIsVerifiedByTheFileOfItsLogin() {
        assertThat(cipher(login("db1", Tls.VERIFY, Optional.of(certificate.certificate())))).isNotEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        for (Optional<Path> ca : List.of(Optional.<Path>empty(), Optional.of(another.certificate()))) {
            Reach reach = reach(login("db1", Tls.VERIFY, ca));
            assertThat(reach.answer()).isEqualTo(Answer.OTHER_ERROR);
            assertThat(reach.detail()).startsWith("its certificate is not trusted: ");
        }
        assertThat(OnServers.failure(() -> cipher(login("db1", Tls.VERIFY, Optional.of(another.certificate())))))
                .hasMessageContaining("`db1`").hasMessageContaining("its certificate is not trusted");
    }

    @Test
    void binaryLogsAreReadWhereTheFileOfTheLoginVouches() {
        for (Tls tls : List.of(Tls.VERIFY, Tls.VERIFY_CA)) {
            JdbcLogin login = login("db1", tls, Optional.of(certificate.certificate()));
            LiveBinaryLogs logs = new LiveBinaryLogs(new JdbcSession(login, new SystemClock()));
            Place first = new Place(logs.files().getFirst().name(), 4);

            assertThat(logs.read(first, Wanted.ALL).end()).isTrue();
            for (Optional<Path> ca : List.of(Optional.<Path>empty(), Optional.of(another.certificate()))) {
                BinaryLogClient client = BinlogConnection.client(login("db1", tls, ca), first, LogDecoder.create());
                assertThatThrownBy(client::connect).hasStackTraceContaining("PKIX path");
            }
        }
    }

    /** The certificate is one of 127.0.0.1. */
    @Test
    void binaryLogsAreReadUnderTheNameInTheCertificateAlone() {
        JdbcLogin other = login("db1", Tls.VERIFY, Optional.of(certificate.certificate()))
                .at(new Address("localhost", lab.server("db1").port()));

        assertThatThrownBy(BinlogConnection.client(other, new Place("binlog.000001", 4), LogDecoder.create())::connect)
                .hasStackTraceContaining("localhost");
    }

    @Test
    void aFileThatHoldsNoCertificateIsTold() {
        assertThat(OnServers.failure(() -> cipher(login("db1", Tls.VERIFY, Optional.of(certificate.key())))))
                .hasMessageContaining("can't be read");
    }

    @Test
    void whereNothingIsEncryptedWhatRequiresItGetsNoAnswer() {
        assertThat(cipher(login("plain", Tls.PREFER, Optional.empty()))).isEmpty();
        Reach reach = reach(login("plain", Tls.REQUIRE, Optional.empty()));
        assertThat(reach.answered()).isFalse();
        assertThat(reach.detail()).containsIgnoringCase("SSL");
    }
}
