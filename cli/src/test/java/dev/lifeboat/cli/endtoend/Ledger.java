package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.LabServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an old primary has and the new one has not.
 *
 * @param gtids  its transactions, as a GTID set
 * @param orders the rows of {@code shop.orders} that they inserted, by their ids
 */
record Ledger(String gtids, Set<Long> orders) {
    private static final Pattern GTID = Pattern.compile("^SET @@SESSION.GTID_NEXT= '([0-9a-f-]{36}):(\\d+)'",
            Pattern.MULTILINE);
    private static final Pattern ORDER = Pattern.compile("^### INSERT INTO `shop`.`orders`\n### SET\n###   @1=(\\d+)$",
            Pattern.MULTILINE);

    /** Read from the binary logs of the old primary by MySQL's own {@code mysqlbinlog}, whether it runs or not. */
    static Ledger ofLogs(Estate estate, LabServer old, LabServer winner) throws Exception {
        String logged = written(old.uuid(), read(estate, old));
        String only = winner.value("SELECT GTID_SUBTRACT('" + logged + "', @@GLOBAL.gtid_executed)").replace("\n", "");
        if (only.isEmpty()) {
            return new Ledger(only, Set.of());
        }
        String rows = read(estate, old, "--base64-output=DECODE-ROWS", "--verbose", "--include-gtids=" + only);
        return new Ledger(only, find(ORDER, rows).map(order -> Long.valueOf(order.group(1)))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What it has written itself, one after the other, without a gap. */
    private static String written(String uuid, String text) {
        List<String> numbers = find(GTID, text).filter(gtid -> gtid.group(1).equals(uuid)).map(gtid -> gtid.group(2))
                .toList();
        return uuid + ":" + numbers.getFirst() + "-" + numbers.getLast();
    }

    private static Stream<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(Estate estate, LabServer server, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(estate.program("mysqlbinlog"), "--no-defaults"));
        command.addAll(List.of(options));
        command.addAll(logs(server));
        Path text = estate.journal().resolveSibling("mysqlbinlog.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(text.toFile()).start();
        if (process.waitFor() != 0) {
            throw new AssertionError(Files.readString(text, StandardCharsets.ISO_8859_1));
        }
        return Files.readString(text, StandardCharsets.ISO_8859_1);
    }

    private static List<String> logs(LabServer server) throws IOException {
        try (Stream<Path> files = Files.list(server.dataFolder())) {
            return files.map(Path::toString).filter(file -> file.matches(".*/binlog\\.\\d+")).sorted().toList();
        }
    }
}
