package dev.lifeboat.builtins.comms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers as a test wants: by default it takes everything. */
record MailAnswer(Map<String, String> answers, SSLContext startTls) implements Stub.Treatment {

    /** @param answers by the command's first word; that to {@code .} ends a message */
    static MailAnswer with(Map<String, String> answers) {
        return new MailAnswer(answers, null);
    }

    MailAnswer startTls(SSLContext identity) {
        return new MailAnswer(answers, identity);
    }

    @Override
    public void of(Socket connection, List<String> received) throws IOException {
        say(connection, answers.getOrDefault("greeting", "220 stub"));
        converse(connection, received, startTls != null);
    }

    private void converse(Socket connection, List<String> received, boolean offersTls) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            received.add(line);
            if (word.equals("STARTTLS")) {
                say(connection, "220 go on");
                converse(encrypted(connection), received, false);
                return;
            }
            say(connection, answers.getOrDefault(word, usual(word, offersTls)));
            if (word.equals("DATA")) {
                data(in, received);
                say(connection, answers.getOrDefault(".", "250 taken"));
            }
        }
    }

    private static String usual(String word, boolean offersTls) {
        return switch (word) {
            case "EHLO" -> "250-stub\r\n" + (offersTls ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN LOGIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private Socket encrypted(Socket connection) throws IOException {
        SSLSocket encrypted = (SSLSocket) startTls.getSocketFactory().createSocket(connection, null, true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private static void data(BufferedReader in, List<String> received) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            received.add(line);
        }
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }
}
