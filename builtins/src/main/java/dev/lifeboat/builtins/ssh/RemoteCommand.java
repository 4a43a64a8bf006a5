package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.channel.ChannelExec;

/**
 * A command on a host, on a channel that is open. Its life is bound to the channel: when that is closed, or the connection lost, the shell on the host ends it.
 *
 * @param changing whether it changes something, so that a missing answer leaves an outcome unknown
 */
record RemoteCommand(SshTarget target, String line, boolean changing, ChannelExec channel, RemoteOutput output) {
    private static final Duration TO_END = Duration.ofMillis(1_500);
    private static final int LINES_SHOWN = 5;

    /** @param request what the shell there is to read */
    Output run(byte[] request, Deadline end) {
        boolean cancelled = false;
        try {
            send(request);
            if (output.awaitEnd(end)) {
                return answered();
            }
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (IOException e) {
            return answered();
        }
        Failure failure = ended();
        if (cancelled) {
            Thread.currentThread().interrupt();
        }
        throw failure;
    }

    private void send(byte[] bytes) throws IOException {
        OutputStream input = channel.getInvertedIn();
        input.write(bytes);
        input.flush();
    }

    private Output answered() {
        if (output.exit().isPresent()) {
            order("done");
            return new Output(output.exit().getAsInt(), output.text());
        }
        throw output.hasBegun() || channel.getExitStatus() == null ? lost() : refused();
    }

    /** The account has another shell than one that runs commands, or is not allowed to. */
    private Failure refused() {
        return Failure
                .of("`" + line + "` was not begun on " + target + ": the account's shell ended with status "
                        + channel.getExitStatus() + ".")
                .evidence(output.text().lines().limit(LINES_SHOWN).toList())
                .hint("Lifeboat needs a shell that runs commands there (`sh`, `setsid`, `sed`), and no forced command.");
    }

    private Failure lost() {
        List<String> evidence = new ArrayList<>();
        evidence.add(output.hasBegun()
                ? "it had begun there; the host ends it as soon as it notices that the connection is gone"
                : "nobody saw that it began there");
        output.text().lines().limit(LINES_SHOWN).map(said -> "it had said: " + said).forEach(evidence::add);
        return unseen("The connection to " + target + " was lost while `" + line + "` ran, and nobody saw its end.")
                .evidence(evidence).hint("Look on the host what came of it.");
    }

    private Failure ended() {
        order("end");
        output.awaitTold(Deadline.in(TO_END));
        Failure failure = unseen("`" + line + "` on " + target + " did not end in time.");
        return output.hasTold()
                ? failure.evidence(output.processes())
                : failure
                        .evidence(List.of("the host did not answer when it was told to end it: it may still run there"))
                        .hint("Look on the host what came of it.");
    }

    private Failure unseen(String message) {
        return changing ? Failure.unknown(message) : Failure.of(message);
    }

    /** One that does not arrive means the same as the end of the connection. */
    private void order(String word) {
        try {
            send((word + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException connectionIsGone) {
            output.isClosed();
        }
    }
}
