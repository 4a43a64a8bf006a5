package dev.lifeboat.builtins.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A MOCK of a port that speaks as much of MySQL's protocol as Connector/J needs for statements in text: login by `mysql_native_password`, OK, error, rows. */
final class MockAdminPort implements AutoCloseable {
    private static final byte[] SCRAMBLE = "abcdefghijklmnopqrst".getBytes(StandardCharsets.US_ASCII);
    private static final int CAPABILITIES = 0x1 | 0x200 | 0x8 | 0x2000 | 0x8000 | 0x80000;
    private static final Pattern VARIABLE = Pattern.compile("@@(?:session\\.|global\\.)?(\\w+)(?: AS (\\w+))?");
    private static final Map<String, String> VARIABLES = Map.ofEntries(Map.entry("auto_increment_increment", "1"),
            Map.entry("character_set_client", "utf8mb4"), Map.entry("character_set_connection", "utf8mb4"),
            Map.entry("character_set_results", "utf8mb4"), Map.entry("character_set_server", "utf8mb4"),
            Map.entry("collation_server", "utf8mb4_general_ci"),
            Map.entry("collation_connection", "utf8mb4_general_ci"),
            Map.entry("init_connect", ""), Map.entry("interactive_timeout", "28800"), Map.entry("license", "GPL"),
            Map.entry("lower_case_table_names", "0"), Map.entry("max_allowed_packet", "67108864"),
            Map.entry("net_write_timeout", "60"), Map.entry("performance_schema", "0"),
            Map.entry("sql_mode", "STRICT_TRANS_TABLES"), Map.entry("system_time_zone", "UTC"),
            Map.entry("time_zone", "SYSTEM"), Map.entry("transaction_isolation", "REPEATABLE-READ"),
            Map.entry("wait_timeout", "28800"));

    /** @param error empty where it is none */
    record Answer(List<String> columns, List<List<String>> rows, int changed, String error) {
        static Answer rows(List<String> columns, List<List<String>> rows) {
            return new Answer(columns, rows, 0, "");
        }

        static Answer changed(int count) {
            return new Answer(List.of(), List.of(), count, "");
        }

        static Answer error(String text) {
            return new Answer(List.of(), List.of(), 0, text);
        }
    }

    private final ServerSocket port;
    private final String user;
    private final byte[] password;
    private final Function<String, Answer> answers;

    private MockAdminPort(ServerSocket port, String user, String password, Function<String, Answer> answers) {
        this.port = port;
        this.user = user;
        this.password = scrambled(password);
        this.answers = answers;
    }

    static MockAdminPort open(String user, String password, Function<String, Answer> answers) {
        try {
            var opened = new MockAdminPort(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), user, password,
                    answers);
            Thread.ofVirtual().start(opened::accept);
            return opened;
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    int port() {
        return port.getLocalPort();
    }

    private void accept() {
        try {
            while (!port.isClosed()) {
                var client = port.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = client.getInputStream();
            send(client, 0, greeting());
            var login = receive(in);
            if (!isLogin(login)) {
                send(client, 2, error("ProxySQL Error: Access denied for user '" + user + "'"));
                return;
            }
            send(client, 2, ok(0));
            for (var packet = receive(in); packet.length > 0 && packet[0] == 3; packet = receive(in)) {
                reply(client, answer(new String(packet, 1, packet.length - 1, StandardCharsets.UTF_8)));
            }
        } catch (IOException gone) {
            // Whoever asked has left.
        }
    }

    /** What the driver asks first, it asks behind a comment. */
    private Answer answer(String sql) {
        var variables = VARIABLE.matcher(sql);
        if (sql.startsWith("SET ")) {
            return Answer.changed(0);
        }
        if (!variables.find()) {
            return answers.apply(sql);
        }
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        do {
            columns.add(variables.group(2) == null ? variables.group() : variables.group(2));
            values.add(VARIABLES.getOrDefault(variables.group(1), ""));
        } while (variables.find());
        return Answer.rows(columns, List.of(values));
    }

    private boolean isLogin(byte[] login) {
        int end = 32;
        while (login[end] != 0) {
            end++;
        }
        var name = new String(login, 32, end - 32, StandardCharsets.UTF_8);
        var given = Arrays.copyOfRange(login, end + 2, end + 2 + login[end + 1]);
        return name.equals(user) && Arrays.equals(given, password);
    }

    private static byte[] scrambled(String password) {
        var once = sha1(password.getBytes(StandardCharsets.UTF_8));
        var mask = sha1(joined(SCRAMBLE, sha1(once)));
        for (int i = 0; i < once.length; i++) {
            once[i] ^= mask[i];
        }
        return once;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] greeting() {
        var packet = new ByteArrayOutputStream();
        packet.write(10);
        text(packet, "8.0.30");
        number(packet, 1, 4);
        packet.write(SCRAMBLE, 0, 8);
        packet.write(0);
        number(packet, CAPABILITIES, 2);
        packet.write(45);
        number(packet, 2, 2);
        number(packet, CAPABILITIES >> 16, 2);
        packet.write(21);
        packet.writeBytes(new byte[10]);
        packet.write(SCRAMBLE, 8, 12);
        packet.write(0);
        text(packet, "mysql_native_password");
        return packet.toByteArray();
    }

    private static void reply(Socket client, Answer answer) throws IOException {
        if (!answer.error().isEmpty()) {
            send(client, 1, error(answer.error()));
        } else if (answer.columns().isEmpty()) {
            send(client, 1, ok(answer.changed()));
        } else {
            rows(client, answer);
        }
    }

    private static void rows(Socket client, Answer answer) throws IOException {
        int number = 1;
        send(client, number++, new byte[]{(byte) answer.columns().size()});
        for (var column : answer.columns()) {
            var packet = new ByteArrayOutputStream();
            List.of("def", "", "", "", column, column).forEach(word -> sized(packet, word));
            packet.write(12);
            number(packet, 45, 2);
            number(packet, 1024, 4);
            packet.write(253);
            packet.writeBytes(new byte[5]);
            send(client, number++, packet.toByteArray());
        }
        send(client, number++, end());
        for (var row : answer.rows()) {
            var packet = new ByteArrayOutputStream();
            row.forEach(value -> sized(packet, value));
            send(client, number++, packet.toByteArray());
        }
        send(client, number, end());
    }

    private static byte[] ok(int changed) {
        return new byte[]{0, (byte) changed, 0, 2, 0, 0, 0};
    }

    private static byte[] end() {
        return new byte[]{(byte) 0xfe, 0, 0, 2, 0};
    }

    private static byte[] error(String text) {
        var packet = new ByteArrayOutputStream();
        packet.write(0xff);
        number(packet, 1045, 2);
        packet.writeBytes(("#28000" + text).getBytes(StandardCharsets.UTF_8));
        return packet.toByteArray();
    }

    private static void text(ByteArrayOutputStream packet, String text) {
        packet.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        packet.write(0);
    }

    private static void sized(ByteArrayOutputStream packet, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        packet.write(bytes.length);
        packet.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream packet, int number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            packet.write(number >> 8 * i);
        }
    }

    private static void send(Socket client, int number, byte[] body) throws IOException {
        var packet = new ByteArrayOutputStream();
        number(packet, body.length, 3);
        packet.write(number);
        packet.writeBytes(body);
        client.getOutputStream().write(packet.toByteArray());
    }

    private static byte[] receive(InputStream in) throws IOException {
        var head = in.readNBytes(4);
        return head.length < 4
                ? new byte[0]
                : in.readNBytes((head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16);
    }

    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        }
    }
}
