package dev.lifeboat.builtins.comms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What must be in nothing that anybody reads: covers it in what others said, who may have repeated it. */
record Secrecy(List<String> secrets) {
    private static final String COVER = "***";
    private static final int MOST = 200;

    static Secrecy of(String secret) {
        return of(List.of(secret));
    }

    /** Of a secret URL its path and query alone are as secret as all of it. */
    static Secrecy of(Collection<String> secrets) {
        return new Secrecy(secrets.stream().flatMap(Secrecy::shapes).filter(shape -> shape.length() > 3).distinct()
                .sorted((one, other) -> other.length() - one.length()).toList());
    }

    private static Stream<String> shapes(String secret) {
        String path = secret.replaceFirst("^https?://[^/]*/?", "");
        return Stream.of(secret, path).flatMap(text -> Stream.of(text,
                URLEncoder.encode(text, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The beginning of a text, on one line, without any of them. */
    String cover(String text) {
        String covered = text;
        for (String secret : secrets) {
            covered = covered.replace(secret, COVER);
        }
        String line = covered.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }
}
