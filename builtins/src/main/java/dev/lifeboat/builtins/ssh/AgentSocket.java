package dev.lifeboat.builtins.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** The agent that holds the user's keys, at its Unix domain socket. One that is not there, or not asked, has no keys. */
final class AgentSocket extends AbstractAgentProxy {
    private static final int MOST = 1 << 20;
    private final Optional<Path> path;
    private final Attempt attempt;
    private SocketChannel channel;
    private boolean closed;

    AgentSocket(Attempt attempt) {
        super(null);
        this.path = attempt.agent();
        this.attempt = attempt;
    }

    @Override
    public Iterable<? extends Map.Entry<PublicKey, String>> getIdentities() {
        try {
            return path.isEmpty() ? List.of() : super.getIdentities();
        } catch (IOException e) {
            attempt.note("the agent at `" + path.orElseThrow() + "` could not be asked: " + e.getMessage());
            return List.of();
        }
    }

    @Override
    protected Buffer request(Buffer request) throws IOException {
        SocketChannel agent = connected();
        agent.write(ByteBuffer.wrap(request.getCompactData()));
        int length = read(agent, Integer.BYTES).getInt();
        if (length < 1 || length > MOST) {
            throw new IOException("It answered with " + length + " bytes.");
        }
        return new ByteArrayBuffer(read(agent, length).array());
    }

    private synchronized SocketChannel connected() throws IOException {
        if (closed) {
            throw new IOException("The login was given up.");
        }
        if (channel == null) {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(path.orElseThrow()));
        }
        return channel;
    }

    private static ByteBuffer read(SocketChannel agent, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (agent.read(bytes) < 0) {
                throw new EOFException("It closed the connection.");
            }
        }
        return bytes.flip();
    }

    @Override
    public synchronized boolean isOpen() {
        return !closed;
    }

    /** Also ends a request that the agent does not answer. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }
}
