package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.JournalReading.Condition;
import dev.lifeboat.interpreter.run.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads a journal as far as it is whole, and says what is behind that. */
public final class JournalReader {
    private final byte[] bytes;
    private final List<Recorded> records = new ArrayList<>();
    private byte[] chain = RecordLine.start();
    private int position;

    private JournalReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws Failure where there is no such file, or it can't be read */
    public static JournalReading read(Path path) {
        try {
            return read(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw Failure.of("The journal `" + path + "` can't be read: " + IoProblem.text(e) + ".").because(e);
        }
    }

    static JournalReading read(Path path, byte[] bytes) {
        JournalReader reader = new JournalReader(bytes);
        Condition condition = reader.condition();
        return new JournalReading(path, reader.records, HexFormat.of().formatHex(reader.chain), reader.position,
                condition);
    }

    private Condition condition() {
        while (position < bytes.length) {
            int end = newline(position);
            if (end < 0) {
                return tail();
            }
            String problem = next(Arrays.copyOfRange(bytes, position, end));
            if (!problem.isEmpty()) {
                return new Condition.Damaged(problem, wholeBehind(end + 1));
            }
            position = end + 1;
        }
        return new Condition.Sound();
    }

    /** A record that was never finished has no newline anywhere. One as long as it says has lost its newline since. */
    private Condition tail() {
        byte[] rest = Arrays.copyOfRange(bytes, position, bytes.length);
        int length = RecordLine.length(rest);
        boolean complete = length >= 0 && rest.length > RecordLine.HEADER + length;
        return complete
                ? new Condition.Damaged("it does not end with a newline", 0)
                : new Condition.TornTail(rest.length);
    }

    /** Takes in the record of a line. @return what is wrong with it; empty where nothing is */
    private String next(byte[] line) {
        String problem = RecordLine.problem(line);
        if (!problem.isEmpty()) {
            return problem;
        }
        byte[] payload = RecordLine.payload(line);
        byte[] next = RecordLine.chain(chain, payload);
        if (!RecordLine.header(payload, next).equals(RecordLine.header(line))) {
            return "it does not follow from the record before it";
        }
        chain = next;
        return decode(payload);
    }

    private String decode(byte[] payload) {
        try {
            Recorded recorded = EventJson.read(new String(payload, StandardCharsets.UTF_8));
            if (recorded.number() != records.size() + 1) {
                return "its number is " + recorded.number();
            }
            records.add(recorded);
            return "";
        } catch (EventJson.Unreadable e) {
            return "it holds no event that this version of Lifeboat can read (" + e.getMessage() + ")";
        }
    }

    private long wholeBehind(int start) {
        long whole = 0;
        for (int from = start, end = newline(from); end >= 0; from = end + 1, end = newline(from)) {
            if (RecordLine.problem(Arrays.copyOfRange(bytes, from, end)).isEmpty()) {
                whole++;
            }
        }
        return whole;
    }

    private int newline(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at < bytes.length ? at : -1;
    }
}
