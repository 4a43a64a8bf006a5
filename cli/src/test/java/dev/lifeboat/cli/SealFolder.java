package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A runbook with its library, an inventory of production whose people have keys, and what its owner does with them. */
abstract class SealFolder {
    static final String RUNBOOK = """
            runbook calm "Nothing happens"
                version "1"
                owner @database_team
                review every 90d

            use "library/more.runbook"

            phase all "All" {
                step nothing "Nothing" takes 1s {
                    wait 1s
                }
            }
            """;
    static final String LIBRARY = """
            library more

            template greeting() "Hello" \"""
                All is well.
                \"""
            """;
    static final String INVENTORY = """
            environment: production
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1.example.net:3306", site: main, login: dba}
                  db2: {address: "db2.example.net:3306", site: main, login: dba}
            logins:
              dba: {user: dba, password: {env: DBA}, tls: verify}
            people:
              ann: {channels: [letters], key: ANN}
              bob: {channels: [letters], key: BOB}
              nan: {channels: [letters]}
            roles:
              database_team: [ann, nan]
              release_board: [bob]
            channels:
              letters: {kind: file}
            """;
    /** A key takes its time. */
    @TempDir
    static Path keys;
    static String annsKey;
    static String bobsKey;
    @TempDir
    Path folder;
    Path runbook;
    Path library;
    Path inventory;
    Path seal;

    @BeforeAll
    static void makeKeys() throws IOException {
        Files.writeString(keys.resolve("passphrase"), "correct horse\n");
        annsKey = keygen("ann");
        bobsKey = keygen("bob");
    }

    @BeforeEach
    void write() throws IOException {
        runbook = Files.writeString(folder.resolve("calm.runbook"), RUNBOOK);
        library = Files.writeString(Files.createDirectory(folder.resolve("library")).resolve("more.runbook"), LIBRARY);
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        inventory = Files.writeString(folder.resolve("inventory.yaml"),
                INVENTORY.replace("ANN", annsKey).replace("BOB", bobsKey));
        seal = folder.resolve("calm.seal");
    }

    static String keygen(String person) {
        return signing("keygen", person, person).out().replaceAll("(?s).*key: (.*)}\\s*", "$1");
    }

    static Invocation signing(String command, String person, String key, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--as", person, "--key",
                keys.resolve(key + ".pem").toString(), "--passphrase-file", keys.resolve("passphrase").toString()));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray(String[]::new));
    }

    Invocation seal(String person, String... more) {
        List<String> words = new ArrayList<>(List.of(runbook.toString()));
        words.addAll(List.of(more));
        return signing("seal", person, person, words.toArray(String[]::new));
    }

    void sealed() {
        Invocation sealed = seal("ann");
        assertThat(sealed.status()).as(sealed.all()).isZero();
    }

    Invocation run(String... more) throws IOException {
        Files.deleteIfExists(folder.resolve("run.journal"));
        List<String> words = new ArrayList<>(List.of("run", runbook.toString(), "--operator", "nan", "--journal",
                folder.resolve("run.journal").toString()));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray(String[]::new));
    }

    Invocation check() {
        return Invocation.of("check", runbook.toString());
    }

    String letters() throws IOException {
        return Files.readString(folder.resolve("letters.txt"));
    }

    void scenario(String name, String text) throws IOException {
        Path stories = Files.createDirectories(folder.resolve("scenarios").resolve("calm"));
        Files.writeString(stories.resolve(name + ".yaml"), text);
    }
}
