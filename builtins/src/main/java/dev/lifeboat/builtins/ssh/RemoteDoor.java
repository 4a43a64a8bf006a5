package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.StreamingChannel.Streaming;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.io.IoReadFuture;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** Where MySQL is said to listen, as a host finds it that is reached by SSH: its {@code sshd} is asked for a connection from there (RFC 4254, 7.2). */
record RemoteDoor(SshTarget target, ClientSession session, Address address) {
    private static final SshdSocketAddress NOBODY = new SshdSocketAddress("127.0.0.1", 0);

    Greeting knock(Deadline end) throws InterruptedException {
        var channel = new ChannelDirectTcpip(NOBODY, new SshdSocketAddress(address.host(), address.port()));
        channel.setStreaming(Streaming.Async);
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
            OpenFuture opening = channel.open();
            Interruptibly.await(opening, end);
            if (opening.isOpened()) {
                return listen(channel, end);
            }
            refuseWhoMayNot(opening.getException());
            return Greeting.CLOSED;
        } catch (IOException connectionIsGone) {
            throw cannotTell("the connection to it was lost").because(connectionIsGone);
        } finally {
            channel.close(true);
        }
    }

    private static Greeting listen(ChannelDirectTcpip channel, Deadline end) throws InterruptedException {
        Buffer said = new ByteArrayBuffer();
        while (said.available() < Greeting.BYTES) {
            IoReadFuture reading = channel.getAsyncOut().read(new ByteArrayBuffer(Greeting.BYTES - said.available()));
            Interruptibly.await(reading, end);
            if (!reading.isDone()) {
                return Greeting.SILENT;
            }
            if (reading.getException() != null) {
                break;
            }
            said.putBuffer(reading.getBuffer());
        }
        return Greeting.of(said.getCompactData());
    }

    private void refuseWhoMayNot(Throwable why) {
        if (why instanceof SshChannelOpenException told
                && told.getReasonCode() != SshConstants.SSH_OPEN_CONNECT_FAILED) {
            throw cannotTell("its `sshd` opens no connection for `" + target.way().user() + "`")
                    .hint("Let it: `AllowTcpForwarding local` in its `sshd_config`; docs/hosts.md says what a witness needs.");
        }
        if (!session.isOpen()) {
            throw cannotTell("the connection to it was lost");
        }
    }

    private Failure cannotTell(String why) {
        return Failure.of("Whether MySQL answers at " + address + " could not be seen from " + target + ": " + why
                + ".");
    }
}
