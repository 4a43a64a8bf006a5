package dev.lifeboat.cli.attach;

import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The other end of a {@link Reception}: shows what the run says, and sends it what is typed. */
public record Visit(Path journal, Prompt prompt) {

    /** Returns when one of the two has left. */
    public void begin(String person) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(new Meeting(journal).found()))) {
            BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), true);
            out.println(person);
            follow(in, out);
        } catch (IOException e) {
            throw Failure.of("The run can't be attached to any more: " + e.getMessage() + ".").because(e);
        }
    }

    private void follow(BufferedReader in, PrintWriter out) throws IOException {
        List<String> words = List.of();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (Line.WORDS.is(line)) {
                words = List.of(line.substring(1).split(" "));
            } else if (Line.QUESTION.is(line)) {
                Optional<String> typed = prompt.line(line.substring(1), words);
                if (typed.isEmpty()) {
                    return;
                }
                out.println(typed.get());
            } else {
                prompt.say(line.substring(1));
            }
        }
    }
}
