package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Message;
import dev.lifeboat.interpreter.world.People.Recipient;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of a real run, waited for: everybody's first channel hangs in a way of its own, and all are told by their second one. */
class NotifierIT {
    private static final List<String> PEOPLE = List.of("ada", "bob", "cleo", "dan", "eve");
    @TempDir
    Path folder;

    @Test
    void whateverHangsIsGivenUpInTenSecondsForAllOfThem() throws Exception {
        try (Stub silent = Stub.of(WebAnswer.silence());
                Stub dripping = Stub.of(WebAnswer.dripping("HTTP/1.1 403 X\r\nContent-Length: 99999\r\n\r\n"));
                Stub greeting = Stub.of(WebAnswer.dripping("220 "))) {
            Inventory inventory = Described.inventory(inventory(silent.port(), dripping.port(), greeting.port()));
            SystemClock clock = new SystemClock();
            Secrets secrets = new Secrets(folder, Map.of("HOOK", "http://localhost:" + silent.port() + "/x"),
                    text -> Optional.empty(), warning -> {});
            Notifier notifier = new Notifier(inventory,
                    Channels.of(inventory, folder, secrets, clock, new ConsoleChannel(text -> {})), clock);
            Instant began = clock.now();

            List<Delivery> deliveries = notifier.tell(new Message(
                    PEOPLE.stream().map(person -> new Recipient("team", person)).toList(), List.of(), "[DRILL] Down",
                    "[DRILL] It is down.", true));

            assertThat(Duration.between(began, clock.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(deliveries).filteredOn(Delivery::delivered).extracting(Delivery::person)
                    .containsExactlyElementsOf(PEOPLE);
            assertThat(deliveries).filteredOn(delivery -> !delivery.delivered()).hasSize(PEOPLE.size())
                    .allSatisfy(delivery -> assertThat(delivery.problem()).endsWith("."));
            try (Stream<String> lines = Files.lines(folder.resolve("log.txt"))) {
                assertThat(lines.filter(line -> line.startsWith("To: "))).hasSize(PEOPLE.size());
            }
            assertThat(clock.unseenFailures()).isEmpty();
        }
    }

    private static String inventory(int silent, int dripping, int greeting) {
        return """
                environment: lab
                people:
                  ada:  {channels: [slack, log]}
                  bob:  {channels: [tls, log]}
                  cleo: {channels: [half, log]}
                  dan:  {channels: [mail, log], addresses: {mail: dan@example.net}}
                  eve:  {channels: [page, log]}
                channels:
                  slack: {kind: slack, webhook: {env: HOOK}}
                  tls:   {kind: webhook, url: "https://localhost:%d/", body: {text: "${body}"}}
                  half:  {kind: webhook, url: "http://localhost:%d/", body: {text: "${body}"}}
                  mail:  {kind: smtp, server: "localhost:%d", tls: off, from: lifeboat@example.net}
                  page:  {kind: command, command: "sleep 600.77 & sleep 600.77; echo ${subject}"}
                  log:   {kind: file, path: log.txt}
                """.formatted(silent, dripping, greeting);
    }
}
