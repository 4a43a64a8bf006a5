package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Message;

/** A name server that answers as no healthy BIND would; an empty answer is none at all. */
final class ScriptedNameServer implements AutoCloseable {
    private static final int LARGEST = 4_096;
    private final UnaryOperator<Optional<Message>> script;
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    private ScriptedNameServer(UnaryOperator<Optional<Message>> script, ServerSocket tcp, DatagramSocket udp) {
        this.script = script;
        this.tcp = tcp;
        this.udp = udp;
    }

    static ScriptedNameServer answering(UnaryOperator<Optional<Message>> script) {
        try {
            InetAddress here = InetAddress.getByName("127.0.0.1");
            ServerSocket tcp = new ServerSocket(0, 50, here);
            ScriptedNameServer server = new ScriptedNameServer(script, tcp,
                    new DatagramSocket(tcp.getLocalPort(), here));
            Thread.ofVirtual().start(server::serveTcp);
            Thread.ofPlatform().daemon().start(server::serveUdp);
            return server;
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    static ScriptedNameServer silent() {
        return answering(question -> Optional.empty());
    }

    Address address() {
        return new Address("127.0.0.1", tcp.getLocalPort());
    }

    private void serveTcp() {
        try {
            while (!tcp.isClosed()) {
                Socket client = tcp.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (!tcp.isClosed()) {
                byte[] question = in.readNBytes(in.readUnsignedShort());
                Optional<Message> answer = script.apply(Optional.of(new Message(question)));
                if (answer.isPresent()) {
                    byte[] wire = answer.get().toWire(Message.MAXLENGTH);
                    DataOutputStream out = new DataOutputStream(client.getOutputStream());
                    out.writeShort(wire.length);
                    out.write(wire);
                    out.flush();
                }
            }
        } catch (IOException gone) {
            // Whoever asked has left.
        }
    }

    private void serveUdp() {
        byte[] buffer = new byte[LARGEST];
        try {
            while (!udp.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                Message question = new Message(Arrays.copyOf(buffer, packet.getLength()));
                Optional<Message> answer = script.apply(Optional.of(question));
                if (answer.isPresent()) {
                    byte[] wire = answer.get().toWire(Message.MAXLENGTH);
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
    }
}
