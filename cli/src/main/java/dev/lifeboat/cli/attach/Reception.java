package dev.lifeboat.cli.attach;

import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.stepping.Desk;
import dev.lifeboat.cli.stepping.Session;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.net.ExtendedSocketOptions;

/** Lets people in who attach to the run, one at a time, of the run's own user. Whoever leaves leaves the run as it is: it waits for the next. */
@RealWorld
public final class Reception implements Desk, AutoCloseable {
    private final Meeting meeting;
    private final Path socket;
    private final ServerSocketChannel door;
    private final BiFunction<Prompt, String, Session> sessions;
    private final Supplier<String> status;
    private final BlockingQueue<Guest> arrived = new LinkedBlockingQueue<>();
    private volatile Optional<Guest> guest = Optional.empty();

    private Reception(Meeting meeting, Path socket, ServerSocketChannel door,
            BiFunction<Prompt, String, Session> sessions, Supplier<String> status) {
        this.meeting = meeting;
        this.socket = socket;
        this.door = door;
        this.sessions = sessions;
        this.status = status;
    }

    /**
     * @param sessions for a prompt and a person's name
     * @param status   how the run stands, in lines
     */
    public static Reception open(Path journal, BiFunction<Prompt, String, Session> sessions, Supplier<String> status) {
        Meeting meeting = new Meeting(journal);
        try {
            Path socket = meeting.made();
            ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            Reception reception = new Reception(meeting, socket, door, sessions, status);
            Thread.ofPlatform().daemon().name("reception").start(reception::letIn);
            return reception;
        } catch (IOException e) {
            throw Failure.of("Nobody could attach to the run: its socket can't be made: " + e.getMessage() + ".")
                    .because(e);
        }
    }

    private void letIn() {
        while (door.isOpen()) {
            try {
                SocketChannel channel = door.accept();
                Thread.ofPlatform().daemon().name("guest").start(() -> receive(channel));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failed) {
                leave();
                return;
            }
        }
    }

    private void receive(SocketChannel channel) {
        try (channel) {
            if (isOwn(channel)) {
                Guest.welcome(channel).ifPresent(this::receive);
            }
        } catch (IOException lost) {
            guest.ifPresent(other -> other.say("Somebody could not attach: " + lost.getMessage()));
        }
    }

    /** The permissions of the socket say so already, but for the moment in which it was made. */
    private boolean isOwn(SocketChannel channel) throws IOException {
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(Files.getOwner(socket));
    }

    private void receive(Guest newcomer) {
        if (!take(newcomer)) {
            newcomer.say("Somebody is attached to the run already: `" + guest.map(Guest::name).orElse("") + "`.");
            return;
        }
        newcomer.say(status.get());
        arrived.add(newcomer);
        newcomer.listen();
        free(newcomer);
    }

    private synchronized boolean take(Guest newcomer) {
        if (guest.isPresent()) {
            return false;
        }
        guest = Optional.of(newcomer);
        return true;
    }

    private synchronized void free(Guest gone) {
        guest = guest.filter(present -> present != gone);
        arrived.remove(gone);
    }

    /** What happens, for whoever is attached. */
    public void tell(String line) {
        guest.ifPresent(present -> present.say(line));
    }

    @Override
    public <T> Optional<T> ask(Function<Session, Optional<T>> dialogue) {
        while (true) {
            Guest present = next();
            Optional<T> answer = dialogue.apply(sessions.apply(present, present.name()));
            if (answer.isPresent()) {
                arrived.add(present);
                return answer;
            }
            present.say("The run waits; `lifeboat attach` comes back to it.");
            free(present);
            present.leave();
        }
    }

    private Guest next() {
        try {
            return arrived.take();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new Clock.Cancelled();
        }
    }

    @Override
    public boolean isTaken() {
        return guest.isPresent();
    }

    @Override
    public void close() {
        leave();
        guest.ifPresent(Guest::leave);
    }

    private void leave() {
        try {
            door.close();
            meeting.end(socket);
        } catch (IOException left) {
            tell("The socket could not be taken away: " + left.getMessage());
        }
    }
}
