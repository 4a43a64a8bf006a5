package dev.lifeboat.builtins.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A small HTTP proxy before a bucket, which lets requests fail in the ways in which networks and buckets do. A connection carries one request. */
final class FaultProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;
    private final int target;
    private final ServerSocket listener;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> heads = new CopyOnWriteArrayList<>();

    /** What becomes of a request. */
    interface Fault {
        void serve(Exchange exchange) throws IOException;
    }

    private static final class Rule {
        private final Pattern request;
        private final Fault fault;
        private int times;

        private Rule(String request, int times, Fault fault) {
            this.request = Pattern.compile(request);
            this.times = times;
            this.fault = fault;
        }

        private synchronized boolean takes(String line) {
            return request.matcher(line).find() && times-- > 0;
        }
    }

    private FaultProxy(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static FaultProxy before(int port) throws IOException {
        return new FaultProxy(port);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** @param request a pattern that is found in its first line: {@code ^PUT .*partNumber=2} */
    FaultProxy let(String request, int times, Fault fault) {
        rules.add(new Rule(request, times, fault));
        return this;
    }

    FaultProxy always(String request, Fault fault) {
        return let(request, Integer.MAX_VALUE, fault);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException end) {
            closed.countDown();
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            if (!head.isEmpty()) {
                heads.add(head);
                String line = head.lines().findFirst().orElseThrow();
                Fault fault = rules.stream().filter(rule -> rule.takes(line)).findFirst().map(rule -> rule.fault)
                        .orElse(Exchange::pass);
                fault.serve(new Exchange(client, head, target, closed));
            }
        } catch (IOException brokenOff) {
            open.remove(client);
        }
    }

    private static String head(InputStream stream) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = stream.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** One request, and what can be done with it. */
    record Exchange(Socket client, String head, int target, CountDownLatch closed) {

        private long length() {
            return head.lines().filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip())).findFirst()
                    .orElse(0);
        }

        void pass() throws IOException {
            pass(Long.MAX_VALUE, Duration.ZERO);
        }

        /** @param most of the answer's bytes, its head among them; then the connection is closed */
        void pass(long most, Duration betweenChunks) throws IOException {
            try (Socket server = ask(length())) {
                copy(server.getInputStream(), client.getOutputStream(), most, betweenChunks);
            }
        }

        /** Sends the request on, as far as that. */
        private Socket ask(long length) throws IOException {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            String once = head.replaceAll("(?i)\r\n(connection|expect):[^\r]*", "").replaceFirst("\r\n\r\n$",
                    "\r\nConnection: close\r\n\r\n");
            server.getOutputStream().write(once.getBytes(StandardCharsets.ISO_8859_1));
            awaitsLeave();
            copy(client.getInputStream(), server.getOutputStream(), length, Duration.ZERO);
            server.getOutputStream().flush();
            return server;
        }

        private void awaitsLeave() throws IOException {
            if (head.toLowerCase(java.util.Locale.ROOT).contains("\r\nexpect: 100-continue")) {
                client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }

        private void copy(InputStream from, OutputStream to, long most, Duration betweenChunks) throws IOException {
            byte[] chunk = new byte[CHUNK];
            for (long left = most; left > 0;) {
                int some = from.read(chunk, 0, (int) Math.min(left, CHUNK));
                if (some < 0) {
                    return;
                }
                to.write(chunk, 0, some);
                left -= some;
                pause(betweenChunks);
            }
        }

        private void pause(Duration duration) throws IOException {
            try {
                if (!duration.isZero() && closed.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new SocketException("closed");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void answer(int status, String code, String body) throws IOException {
            awaitsLeave();
            copy(client.getInputStream(), OutputStream.nullOutputStream(), length(), Duration.ZERO);
            client.getOutputStream().write(("HTTP/1.1 " + status + " " + code
                    + "\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
        }

        void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }
    }

    static Fault answering(int status, String code) {
        return exchange -> exchange.answer(status, code, "<?xml version=\"1.0\"?><Error><Code>" + code
                + "</Code><Message>" + code + ", says the proxy.</Message></Error>");
    }

    static Fault saying(String xml) {
        return exchange -> exchange.answer(200, "OK", xml);
    }

    static Fault withoutBody() {
        return exchange -> {
            try (Socket server = exchange.ask(exchange.length())) {
                exchange.client().getOutputStream()
                        .write(head(server.getInputStream()).getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }

    /** Half a body, when there is more than that. */
    static Fault breakingOffAfter(int bytes) {
        return exchange -> exchange.pass(bytes, Duration.ZERO);
    }

    /** 16 KiB at a time. */
    static Fault slowly(Duration betweenChunks) {
        return exchange -> exchange.pass(Long.MAX_VALUE, betweenChunks);
    }

    static Fault silent() {
        return exchange -> exchange.pause(Duration.ofHours(1));
    }

    /** In the middle of what is sent. */
    static Fault resettingAfter(int bytes) {
        return exchange -> {
            exchange.ask(Math.min(bytes, exchange.length())).close();
            exchange.reset();
        };
    }

    /** The bucket does as it is asked, and nobody hears. */
    static Fault losingTheAnswer() {
        return exchange -> {
            try (Socket server = exchange.ask(exchange.length())) {
                server.getInputStream().readAllBytes();
            }
            exchange.reset();
        };
    }

    /** Something happens before the rest. */
    static Fault first(Runnable happening, Fault fault) {
        return exchange -> {
            happening.run();
            fault.serve(exchange);
        };
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closed.countDown();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
