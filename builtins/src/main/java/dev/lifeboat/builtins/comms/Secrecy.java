package dev.lifeboat.builtins.comms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What must be in nothing that anybody reads: covers it in what others said, who may have repeated it. */
public record Secrecy(List<String> secrets) {
    private static final String COVER = "***";
    private static final int MOST = 200;
    /** Shorter ones would cover half a sentence. */
    private static final int SHORTEST = 4;
    private static final int SHORTEST_KEY = 8;

    static Secrecy of(String secret) {
        return of(List.of(secret));
    }

    public static Secrecy of(Collection<String> secrets) {
        return new Secrecy(secrets.stream().flatMap(Secrecy::parts).flatMap(Secrecy::shapes).distinct()
                .sorted((one, other) -> other.length() - one.length()).toList());
    }

    /** Of a URL its path is secret too, and each part of that which looks like a key. */
    private static Stream<String> parts(String secret) {
        String path = secret.replaceFirst("^https?://[^/]*/?", "");
        Stream<String> keys = path.equals(secret)
                ? Stream.of()
                : Arrays.stream(path.split("[/?&=]")).filter(part -> part.length() >= SHORTEST_KEY);
        return Stream.concat(Stream.of(secret, path).filter(part -> part.length() >= SHORTEST), keys);
    }

    private static Stream<String> shapes(String text) {
        return Stream.of(text, URLEncoder.encode(text, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the other side said, in brackets behind a sentence of our own; empty where it said nothing. */
    public String quote(String said) {
        String covered = cover(said);
        return covered.isEmpty() ? "" : " (\"" + covered + "\")";
    }

    /** The beginning of a text, on one line, without any of them. */
    public String cover(String text) {
        String covered = text;
        for (String secret : secrets) {
            covered = covered.replace(secret, COVER);
        }
        String line = covered.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }
}
