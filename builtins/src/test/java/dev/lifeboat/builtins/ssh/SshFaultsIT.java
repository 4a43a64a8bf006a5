package dev.lifeboat.builtins.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabSshd;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong on the way to a host, on a real OpenSSH server: what is told of each, to the letter. */
class SshFaultsIT {
    private static final Path EXPECTED = Path.of("src/test/resources/ssh");
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private final Clock clock = new SystemClock();
    private LabSshd sshd;

    @BeforeEach
    void start() {
        sshd = LabSshd.start();
    }

    @AfterEach
    void end() {
        if (sshd != null) {
            sshd.close();
        }
    }

    @Test
    void nobodyListens() throws IOException {
        sshd.kill();

        assertTold("refused", failure(Ways.to(sshd)));
    }

    @Test
    void nobodyAnswers() throws IOException {
        try (CutPort way = CutPort.to(sshd.port())) {
            way.cut();

            assertTold("no-answer", failure(Ways.to(sshd).at(way.port()).within(SHORT)));
        }
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsGivenUp() throws IOException {
        sshd.freeze();
        Instant began = clock.now();

        assertTold("silent", failure(Ways.to(sshd).within(SHORT)));
        assertThat(Duration.between(began, clock.now())).isLessThan(SHORT.multipliedBy(4));

        sshd.thaw();
        assertWorks(Ways.to(sshd));
    }

    @Test
    void aServerThatIsKilledUnderACommandLeavesItsOutcomeUnknownAndTheHostEndsIt() throws IOException {
        SshShell shell = Ways.to(sshd).shell(clock);
        Path trace = sshd.file("trace");
        Clock.Task killer = clock.fork("killer", () -> {
            Eventually.exists(clock, trace);
            unchecked(sshd::kill);
        });

        Failure failure = SshShellIT.failure(
                () -> shell.run("echo working; echo $$ >" + trace + "; sleep 600", PLENTY, true));
        killer.join();
        assertTold("killed-under-a-command", failure);
        long pid = Long.parseLong(Files.readString(trace).strip());
        dev.lifeboat.builtins.Eventually.holds(clock, "the command is ended",
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());

        sshd.restart();
        assertThat(shell.run("echo again", PLENTY, true)).as("connected anew").isEqualTo(new Output(0, "again"));
    }

    @Test
    void aWayThatIsCutUnderACommandLeavesItsOutcomeUnknown() throws IOException {
        try (CutPort way = CutPort.to(sshd.port())) {
            SshShell shell = Ways.to(sshd).at(way.port()).within(SHORT).shell(clock);
            unchecked(() -> sshd.makeKnown(way.port()));
            Path trace = sshd.file("trace");
            Clock.Task cutter = clock.fork("cutter", () -> {
                Eventually.exists(clock, trace);
                unchecked(way::cut);
            });

            Failure failure = SshShellIT.failure(
                    () -> shell.run("echo working; touch " + trace + "; sleep 600", SHORT.multipliedBy(3), true));
            cutter.join();
            assertTold("cut-under-a-command", failure);
            assertTold("cut-on-a-kept-connection",
                    SshShellIT.failure(() -> shell.run("touch " + sshd.file("never"), PLENTY, true)));
            assertThat(sshd.file("never")).doesNotExist();

            way.heal();
            assertThat(shell.run("echo again", PLENTY, true)).isEqualTo(new Output(0, "again"));
        }
    }

    @Test
    void aHostThatNobodyVouchesForIsRefusedAndNotMadeKnown() throws IOException {
        Files.writeString(sshd.knownHosts(), "");

        assertTold("unknown-host", failure(Ways.to(sshd)));
        assertThat(sshd.knownHosts()).isEmptyFile();
    }

    @Test
    void aHostWithAnotherKeyThanBeforeIsRefused() throws IOException {
        sshd.newKey("host_key", "ed25519", "");
        sshd.restart();
        String before = Files.readString(sshd.knownHosts());

        assertTold("changed-host", failure(Ways.to(sshd)));
        assertThat(sshd.knownHosts()).hasContent(before);
    }

    @Test
    void aHostWithARevokedKeyIsRefused() throws IOException {
        String known = Files.readString(sshd.knownHosts());
        Files.writeString(sshd.knownHosts(), known + "@revoked * " + known.substring(known.indexOf(' ') + 1));

        assertTold("revoked-host", failure(Ways.to(sshd)));
    }

    @Test
    void aHostIsAskedForTheKindOfKeyThatItIsKnownBy() throws IOException {
        sshd.newKey("host_key2", "ecdsa", "");
        Files.writeString(sshd.file("sshd_config"), "HostKey " + sshd.file("host_key2") + "\n",
                StandardOpenOption.APPEND);
        sshd.restart();

        assertWorks(Ways.to(sshd));
    }

    @Test
    void aKeyThatTheHostDoesNotTakeIsNamed() throws IOException {
        assertTold("refused-key", failure(Ways.to(sshd).by(sshd.newKey("other", "ed25519", ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void keysOfEachKindLogIn(String type) throws IOException {
        Path key = sshd.newKey("own_" + type, type, "");
        sshd.authorize(sshd.file("own_" + type + ".pub"));

        assertWorks(Ways.to(sshd).by(key));
    }

    @Test
    void anEncryptedKeyIsReadByItsPassphrase() throws IOException {
        Path key = sshd.newKey("locked", "ed25519", Ways.PASSPHRASE);
        sshd.authorize(sshd.file("locked.pub"));

        assertWorks(Ways.to(sshd).byEncrypted(key));
        assertTold("encrypted-key", failure(Ways.to(sshd).by(key)));
    }

    @Test
    void aKeyThatCantBeReadIsNamed() throws IOException {
        assertTold("missing-key", failure(Ways.to(sshd).by(sshd.file("nowhere"))));
        assertTold("no-key", failure(Ways.to(sshd).by(Files.writeString(sshd.file("noise"), "noise"))));
        assertTold("wrong-passphrase",
                failure(Ways.to(sshd).byEncrypted(sshd.newKey("locked", "ed25519", "another"))));
    }

    @Test
    void theAgentsKeysLogIn() throws Exception {
        Path socket = sshd.file("agent");
        sshd.start(sshd.file("agent.log"), LabSshd.tool("ssh-agent"), "-D", "-a", socket.toString());
        Eventually.exists(clock, socket);
        assertTold("empty-agent", failure(Ways.to(sshd).byAgent(socket)));

        Process add = new ProcessBuilder("env", "SSH_AUTH_SOCK=" + socket, LabSshd.tool("ssh-add"), "-q",
                sshd.key().toString()).inheritIO().start();
        assertThat(add.waitFor()).isZero();
        assertWorks(Ways.to(sshd).byAgent(socket));
    }

    @Test
    void anAgentThatIsNotThereHasNoKeys() {
        assertTold("no-agent", failure(Ways.to(sshd).byAgent(sshd.file("nowhere"))));
    }

    @Test
    void anAccountThatRunsNoCommandsIsNamed() throws IOException {
        Files.writeString(sshd.file("authorized_keys"),
                "command=\"echo This account is for backups only.; exit 3\" " + Files.readString(sshd.file("key.pub")));

        assertTold("forced-command", failure(Ways.to(sshd)));
    }

    @Test
    void aHostThatOpensNoConnectionsForTheAccountCantTell() throws IOException {
        Files.writeString(sshd.file("sshd_config"), "AllowTcpForwarding no\n", StandardOpenOption.APPEND);
        sshd.restart();

        assertTold("no-forwarding", SshShellIT.failure(
                () -> Ways.to(sshd).shell(clock).greeting(new Address("127.0.0.1", sshd.port()), SHORT)));
    }

    @Test
    void whatListensThereAndIsNoMySqlIsSilent() {
        assertThat(Ways.to(sshd).shell(clock).greeting(new Address("127.0.0.1", sshd.port()), SHORT))
                .isEqualTo(Greeting.SILENT);
    }

    private Failure failure(Ways way) {
        return SshShellIT.failure(() -> {
            unchecked(() -> assertKnownAt(way));
            way.shell(clock).run("systemctl stop mysqld", PLENTY, true);
        });
    }

    /** The way may lead through another port. */
    private void assertKnownAt(Ways way) throws IOException {
        if (way.port() != sshd.port()) {
            sshd.makeKnown(way.port());
        }
    }

    private void assertWorks(Ways way) {
        assertThat(way.shell(clock).run("echo hello", PLENTY, true)).isEqualTo(new Output(0, "hello"));
    }

    private void assertTold(String name, Failure failure) {
        List<String> lines = new java.util.ArrayList<>(List.of(failure.getMessage(), "outcome: " + failure.outcome()));
        failure.evidence().forEach(line -> lines.add("evidence: " + line));
        lines.add("hint: " + failure.hint());
        Golden.compare(EXPECTED.resolve(name + ".txt"), masked(String.join("\n", lines) + "\n"));
    }

    private String masked(String text) {
        return text.replace(sshd.file("").toString(), "FOLDER").replaceAll("127\\.0\\.0\\.1(]?):\\d+", "db1$1:PORT")
                .replaceAll("SHA256:[A-Za-z0-9+/]+", "SHA256:FINGERPRINT").replaceAll("AAAA[A-Za-z0-9+/=]+", "KEY")
                .replace("`" + sshd.user() + "`", "`USER`").replace(sshd.user() + "@db1", "USER@db1")
                .replaceAll("process \\d+", "process N");
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static final class Eventually {
        static void exists(Clock clock, Path file) {
            dev.lifeboat.builtins.Eventually.holds(clock, file + " is there", () -> Files.exists(file));
        }
    }
}
