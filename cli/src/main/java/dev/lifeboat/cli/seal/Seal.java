package dev.lifeboat.cli.seal;

import dev.lifeboat.builtins.keys.Purpose;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.builtins.keys.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The seal of a runbook: lines that a person can read, of which the last one is the signature of all before it. */
public record Seal(List<Line> lines, String signature) {
    static final String BY = "sealed by";
    static final String AT = "sealed at";
    static final String FILE = "file";
    static final String INVENTORY = "inventory";
    static final String SCENARIO = "scenario";
    private static final String FIRST = "lifeboat seal 1\n";
    private static final String SIGNATURE = "signature";
    private static final Pattern LINE = Pattern.compile("([a-z ]+): (.*)");

    record Line(String key, String value) {
        @Override
        public String toString() {
            return key + ": " + value + "\n";
        }
    }

    public Seal {
        lines = List.copyOf(lines);
    }

    static Seal signed(List<Line> lines, SigningKey key) {
        return new Seal(lines, key.sign(Purpose.SEAL, text(lines)));
    }

    /** Empty where the text is not, to the letter, what {@link #write} gives. */
    static Optional<Seal> read(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.lines().skip(1).toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            lines.add(new Line(matcher.group(1), matcher.group(2)));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Seal(lines.subList(0, lines.size() - 1), lines.getLast().value()))
                        .filter(seal -> seal.write().equals(text));
    }

    public String write() {
        return text(lines) + new Line(SIGNATURE, signature);
    }

    private static String text(List<Line> lines) {
        return FIRST + lines.stream().map(Line::toString).collect(Collectors.joining());
    }

    boolean isSignedBy(VerifyingKey key) {
        return key.verifies(Purpose.SEAL, text(lines), signature);
    }

    List<String> values(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).map(Line::value).toList();
    }

    /** Empty where it is not there. */
    String value(String key) {
        return values(key).stream().findFirst().orElse("");
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
