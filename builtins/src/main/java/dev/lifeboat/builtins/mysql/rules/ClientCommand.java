package dev.lifeboat.builtins.mysql.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A shell command, as far as it takes to find what it hands to the `mysql` client: `mysql -e "STOP REPLICA"`. */
final class ClientCommand {
    private static final String CLIENT = "mysql";
    private static final String SEPARATORS = "|;&\n";
    private static final String NEXT_COMMAND = ";";

    /** @param text as the shell takes it, without its quotes */
    private record Word(String text, int start) {}

    private final String command;
    private final List<Word> words = new ArrayList<>();

    private ClientCommand(String command) {
        this.command = command;
    }

    /** Each with all that stands before it blanked out, so that places stay what they are. */
    static Stream<String> sql(String command) {
        return command.contains(CLIENT) ? new ClientCommand(command).statements() : Stream.empty();
    }

    private Stream<String> statements() {
        read();
        List<String> found = new ArrayList<>();
        boolean client = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            client = !word.equals(NEXT_COMMAND) && (client || word.equals(CLIENT) || word.endsWith("/" + CLIENT));
            if (client && (word.equals("-e") || word.equals("--execute")) && i + 1 < words.size()) {
                found.add(blanked(words.get(i + 1), 0));
            } else if (client && word.startsWith("--execute=")) {
                found.add(blanked(words.get(i), "--execute=".length()));
            } else if (client && word.startsWith("-e")) {
                found.add(blanked(words.get(i), "-e".length()));
            }
        }
        return found.stream();
    }

    private static String blanked(Word word, int from) {
        return " ".repeat(word.start() + from) + word.text().substring(from);
    }

    private void read() {
        StringBuilder word = new StringBuilder();
        int start = -1;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote == 0 && (Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0)) {
                end(word, start);
                start = -1;
                if (SEPARATORS.indexOf(c) >= 0) {
                    words.add(new Word(NEXT_COMMAND, i));
                }
                continue;
            }
            start = start < 0 ? i : start;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                start = word.isEmpty() ? i + 1 : start;
            } else {
                word.append(c);
            }
        }
        end(word, start);
    }

    private void end(StringBuilder word, int start) {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), start));
            word.setLength(0);
        }
    }
}
