package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real OpenSSH server on 127.0.0.1 that lets the account of the test in, by a key of its own. What disasters do to it can be done to it. It is gone when it is
 * closed, or when the JVM is.
 *
 * <p>
 * It is the {@code sshd} of the path, or Debian's, fetched by the script {@code fetch-sshd}; where none can be had the test is skipped with the reason, under
 * {@code CI=true} failed. An ordinary user's sshd lets that user in; root's wants an empty folder {@code /run/sshd}, and an account {@code sshd}, which it is
 * shown where there is none.
 */
public final class LabSshd implements AutoCloseable {
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");
    private static final String ACCOUNT = "sshd:x:65533:65533::/run/sshd:/usr/sbin/nologin\n";

    private final LabFolder folder;
    private final ReservedPort port;
    private final Path program;

    private LabSshd(LabFolder folder, ReservedPort port, Path program) {
        this.folder = folder;
        this.port = port;
        this.program = program;
    }

    public static LabSshd start() {
        Path program = ProgramPath.all("sshd").findFirst().orElseGet(LabSshd::fetched);
        try {
            var sshd = new LabSshd(LabFolder.create(), ReservedPort.take(), program);
            sshd.furnish();
            sshd.restart();
            return sshd;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private static Path fetched() {
        var reason = LabScripts.fetch("fetch-sshd");
        return reason.isEmpty() ? LabCache.folder().resolve("sshd/bin/sshd") : Unavailable.because(reason);
    }

    private void furnish() throws IOException {
        newKey("host_key", "ed25519", "");
        newKey("key", "ed25519", "");
        Files.copy(file("key.pub"), file("authorized_keys"));
        Files.writeString(file("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %2$s/host_key
                AuthorizedKeysFile %2$s/authorized_keys
                PidFile %2$s/pid
                UsePAM no
                StrictModes no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                MaxStartups 100
                LogLevel VERBOSE
                """.formatted(port(), folder.path()) + separatePrograms());
        makeKnown();
    }

    /** From 9.8 on sshd consists of several programs, whose places are built in. */
    private String separatePrograms() {
        Path beside = LabCache.folder().resolve("sshd/root/usr/lib/openssh");
        return Stream.of("SshdSessionPath sshd-session", "SshdAuthPath sshd-auth").map(line -> line.split(" "))
                .filter(line -> program.startsWith(LabCache.folder()) && Files.exists(beside.resolve(line[1])))
                .map(line -> line[0] + " " + beside.resolve(line[1]) + "\n").reduce("", String::concat);
    }

    /**
     * Makes a pair of keys, over one of that name.
     *
     * @param passphrase empty for none
     * @return the file of the private one
     */
    public Path newKey(String name, String type, String passphrase) throws IOException {
        Files.deleteIfExists(file(name));
        Command.of(tool("ssh-keygen"), "-q", "-t", type, "-N", passphrase, "-C", name, "-f", file(name).toString())
                .output();
        return file(name);
    }

    /** A program of OpenSSH's client side. */
    public static String tool(String name) {
        return ProgramPath.all(name).findFirst().orElse(LabCache.folder().resolve("sshd/bin").resolve(name)).toString();
    }

    /** Lets in whoever has the key to this public one as well. */
    public void authorize(Path publicKey) throws IOException {
        Files.writeString(file("authorized_keys"), Files.readString(publicKey), StandardOpenOption.APPEND);
    }

    /** Writes the file of known hosts that vouches for it, at this port and at others that lead to it. */
    public void makeKnown(int... others) throws IOException {
        var lines = new StringBuilder();
        for (int one : Stream.concat(Stream.of(port()), java.util.Arrays.stream(others).boxed()).toList()) {
            lines.append("[127.0.0.1]:").append(one).append(' ').append(Files.readString(file("host_key.pub")));
        }
        Files.writeString(knownHosts(), lines);
    }

    /** Starts it, or starts it anew. */
    public void restart() throws IOException {
        kill();
        var words = new ArrayList<>(List.of("env"));
        if (isRoot()) {
            words.addAll(forRoot());
        }
        // It writes its title over its environment, by which the watchdog would know it: it ends with the shell that has one.
        words.addAll(List.of("sh", "-c", "setpriv --pdeathsig KILL \"$@\" & wait", "sh", program.toString(), "-D", "-e",
                "-f", file("sshd_config").toString()));
        folder.start(file("log"), words.toArray(String[]::new));
        Await.until("sshd runs", Duration.ofSeconds(10), () -> pid().isPresent());
    }

    private static boolean isRoot() {
        return "0".equals(Command.of("id", "-u").output().strip());
    }

    private List<String> forRoot() throws IOException {
        Files.createDirectories(PRIVILEGE_SEPARATION);
        if (Command.of("id", "sshd").answer().status() == 0) {
            return List.of();
        }
        Path accounts = Files.writeString(file("passwd"), Files.readString(Path.of("/etc/passwd")) + ACCOUNT);
        return List.of("NSS_WRAPPER_PASSWD=" + accounts, "NSS_WRAPPER_GROUP=/etc/group");
    }

    private Optional<Long> pid() throws IOException {
        return Files.exists(file("pid"))
                ? Optional.of(Files.readString(file("pid")).strip())
                        .filter(text -> !text.isEmpty()).map(Long::valueOf)
                : Optional.empty();
    }

    /** SIGKILL for it and the processes of its sessions; what they have started is left. */
    public void kill() throws IOException {
        Optional<ProcessHandle> running = pid().flatMap(ProcessHandle::of);
        if (running.isPresent()) {
            var all = Stream.concat(running.stream(), running.get().descendants().filter(LabSshd::isSshd)).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        }
        Files.deleteIfExists(file("pid"));
    }

    private static boolean isSshd(ProcessHandle process) {
        return process.info().command().filter(command -> Path.of(command).getFileName().toString().startsWith("sshd"))
                .isPresent();
    }

    /** SIGSTOP: connections are accepted, and nobody says anything. */
    public void freeze() throws IOException {
        signal("STOP");
    }

    /** SIGCONT. */
    public void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        Command.of("kill", "-" + name, String.valueOf(pid().orElseThrow())).output();
    }

    public int port() {
        return port.number();
    }

    public String user() {
        return Command.of("id", "-un").output().strip();
    }

    /** The key that it lets in. */
    public Path key() {
        return file("key");
    }

    public Path hostKey() {
        return file("host_key");
    }

    public Path knownHosts() {
        return file("known_hosts");
    }

    /** A file of its folder. */
    public Path file(String name) {
        return folder.path().resolve(name);
    }

    /** Starts another program that ends with it at the latest. */
    public Process start(Path log, String... words) throws IOException {
        return folder.start(log, words);
    }

    @Override
    public void close() {
        try {
            kill();
            folder.close();
            port.close();
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        }
    }
}
