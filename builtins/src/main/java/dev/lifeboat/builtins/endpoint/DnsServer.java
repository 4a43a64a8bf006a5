package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;

/** A name server, asked directly: neither the operating system's resolver nor Java's own cache stands between. Each question is bounded in time. */
@RealWorld
public final class DnsServer {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private final String endpoint;
    private final Address address;
    private final Clock clock;

    /** @param endpoint whose it is, for messages */
    public DnsServer(String endpoint, Address address, Clock clock) {
        this.endpoint = endpoint;
        this.address = address;
        this.clock = clock;
    }

    /** How it is called in messages. */
    String name() {
        return "`" + address + "`";
    }

    /** As an application asks its resolver. */
    Message resolve(Message question, Duration limit) {
        return send(question, limit, false, Optional.empty());
    }

    /** By TCP, as {@link #update}: whether somebody listens there is known at once. */
    Message ask(Message question) {
        return send(question, LIMIT, true, Optional.empty());
    }

    Message update(Message update, TSIG key) {
        return send(update, LIMIT, true, Optional.of(key));
    }

    private Message send(Message message, Duration limit, boolean tcp, Optional<TSIG> key) {
        Duration remaining = clock.remaining();
        SimpleResolver resolver = new SimpleResolver(socketAddress());
        resolver.setTCP(tcp);
        resolver.setTSIGKey(key.orElse(null));
        resolver.setTimeout(remaining.compareTo(limit) < 0 ? remaining : limit);
        try {
            return resolver.send(message);
        } catch (IOException e) {
            throw (e instanceof ConnectException || e.getCause() instanceof ConnectException
                    ? failure("can't be reached: nothing listens there", false)
                    : failure(key.isPresent() ? "did not answer to the update" : "did not answer", key.isPresent()))
                    .because(e);
        }
    }

    private InetSocketAddress socketAddress() {
        try {
            return new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        } catch (UnknownHostException e) {
            throw failure("can't be found: this machine finds no address of `" + address.host() + "`", false)
                    .because(e);
        }
    }

    private Failure failure(String what, boolean unknown) {
        String message = "Endpoint `" + endpoint + "`: name server " + name() + " " + what + ".";
        return unknown
                ? Failure.unknown(message).hint("Ask the name server what the name leads to before you go on.")
                : Failure.of(message).hint("Look whether it runs, and whether its port can be reached from here.");
    }
}
