package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;

/** The one connection to a host, on which all commands of a run go, several at a time. One that is lost is made anew for the next command. */
@RealWorld
final class SshConnection {
    /** OpenSSH lets ten pass ({@code MaxSessions}). */
    private static final int AT_A_TIME = 8;
    private static final Duration TO_OPEN = Duration.ofSeconds(3);
    private static final int MARK_BYTES = 16;
    private final SshTarget target;
    private final SshLogin login;
    private final Semaphore channels = new Semaphore(AT_A_TIME, true);
    private final ReentrantLock connecting = new ReentrantLock(true);
    private final SecureRandom chance = new SecureRandom();
    private volatile ClientSession session;

    SshConnection(SshTarget target, SshLogin login) {
        this.target = target;
        this.login = login;
    }

    Output run(String line, Deadline end, boolean changing) {
        try {
            if (!channels.tryAcquire(end.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw notBegun(line, "other commands there took all the time");
            }
            try {
                return onChannel(line, end, changing);
            } finally {
                channels.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notBegun(line, "it was cancelled before");
        }
    }

    private Output onChannel(String line, Deadline end, boolean changing) throws InterruptedException {
        var output = new RemoteOutput("lifeboat-" + mark());
        ChannelExec channel = channel(line, output, end);
        try {
            channel.addCloseFutureListener(closed -> output.isClosed());
            return new RemoteCommand(target, line, changing, channel, output)
                    .run(RemoteShell.request(line, output.mark()), end);
        } finally {
            channel.close(false);
        }
    }

    /** Drawn, so that no output can hold it but on purpose. */
    private String mark() {
        byte[] bytes = new byte[MARK_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A connection that was kept may have died meanwhile; nothing was asked for on it, so that a new one is no risk. */
    private ChannelExec channel(String line, RemoteOutput output, Deadline end) throws InterruptedException {
        Optional<ClientSession> kept = kept();
        if (kept.isPresent()) {
            Optional<ChannelExec> channel = open(kept.get(), output, end.orIn(TO_OPEN));
            if (channel.isPresent()) {
                return channel.get();
            }
            kept.get().close(true);
        }
        return open(connected(line, end), output, end)
                .orElseThrow(() -> notBegun(line, "it let in, and opened no session"));
    }

    private Optional<ClientSession> kept() {
        return Optional.ofNullable(session).filter(ClientSession::isOpen).filter(ClientSession::isAuthenticated);
    }

    private ClientSession connected(String line, Deadline end) throws InterruptedException {
        if (!connecting.tryLock(end.left().toNanos(), TimeUnit.NANOSECONDS)) {
            throw notBegun(line, "connecting took all the time");
        }
        try {
            Optional<ClientSession> kept = kept();
            if (kept.isEmpty()) {
                session = login.open(end.orIn(target.way().connectTimeout()));
            }
            return session;
        } finally {
            connecting.unlock();
        }
    }

    private static Optional<ChannelExec> open(ClientSession session, RemoteOutput output, Deadline end)
            throws InterruptedException {
        try {
            ChannelExec channel = session.createExecChannel(RemoteShell.READER);
            channel.setOut(output);
            channel.setErr(output);
            OpenFuture opening = channel.open();
            Interruptibly.await(opening, end);
            if (opening.isOpened()) {
                return Optional.of(channel);
            }
            channel.close(true);
        } catch (IOException | IllegalStateException connectionIsGone) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Failure notBegun(String line, String why) {
        return Failure.of("`" + line + "` was not begun on " + target + ": " + why + ".");
    }
}
