package dev.lifeboat.cli.attach;

import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.people.TypedLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Somebody who is attached to a run, as long as their connection holds. */
final class Guest implements Prompt {
    private final SocketChannel channel;
    private final BufferedReader in;
    private final PrintWriter out;
    private final String name;
    private final TypedLines lines = new TypedLines();

    private Guest(SocketChannel channel, BufferedReader in, PrintWriter out, String name) {
        this.channel = channel;
        this.in = in;
        this.out = out;
        this.name = name;
    }

    /** The first line says who they are. Empty where none came. */
    static Optional<Guest> welcome(SocketChannel channel) throws IOException {
        BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), true);
        return Optional.ofNullable(in.readLine()).map(name -> new Guest(channel, in, out, name.strip()));
    }

    String name() {
        return name;
    }

    /** Takes in what they type, until they are gone. */
    void listen() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException lost) {
            say("The connection is lost: " + lost.getMessage());
        }
        lines.end();
    }

    @Override
    public Optional<String> line(String question, List<String> words) {
        out.println(Line.WORDS.of(String.join(" ", words)));
        return line(question, () -> false);
    }

    @Override
    public Optional<String> line(String question, BooleanSupplier elsewhere) {
        out.println(Line.QUESTION.of(question));
        return lines.next(elsewhere);
    }

    @Override
    public void say(String text) {
        text.lines().forEach(line -> out.println(Line.TEXT.of(line)));
    }

    void leave() {
        try {
            channel.close();
        } catch (IOException gone) {
            lines.end();
        }
    }
}
