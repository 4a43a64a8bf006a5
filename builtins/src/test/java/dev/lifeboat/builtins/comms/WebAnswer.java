package dev.lifeboat.builtins.comms;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a web server does with a request. */
final class WebAnswer {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private WebAnswer() {}

    static Stub.Treatment status(int status, String headers, String body) {
        return (connection, received) -> {
            received.add(request(connection));
            say(connection, "HTTP/1.1 " + status + " X\r\n" + headers + "Connection: close\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        };
    }

    /** The first answers, and from then on the last one. */
    static Stub.Treatment inTurn(Stub.Treatment... answers) {
        AtomicInteger turn = new AtomicInteger();
        return (connection, received) -> answers[Math.min(turn.getAndIncrement(), answers.length - 1)].of(connection,
                received);
    }

    static Stub.Treatment ok() {
        return status(200, "", "ok");
    }

    static Stub.Treatment silence() {
        return (connection, received) -> Stub.fallSilent(connection);
    }

    static Stub.Treatment halfAnError() {
        return (connection, received) -> {
            received.add(request(connection));
            say(connection, "HTTP/1.1 403 X\r\nContent-Length: 1000\r\n\r\nno_serv");
            Stub.fallSilent(connection);
        };
    }

    /** A byte now and then, which keeps every timeout between two bytes from passing. */
    static Stub.Treatment dripping(String first) {
        return (connection, received) -> {
            say(connection, first);
            while (!connection.isClosed()) {
                say(connection, "x");
                LockSupport.parkNanos(50_000_000);
            }
        };
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    private static String request(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        while (!request.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            request.write(next);
        }
        Matcher length = LENGTH.matcher(request.toString(StandardCharsets.UTF_8));
        if (length.find()) {
            request.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return request.toString(StandardCharsets.UTF_8);
    }
}
