package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.cli.schedule.Crontab;
import dev.lifeboat.cli.schedule.Launch;
import dev.lifeboat.cli.schedule.ScheduledRun;
import dev.lifeboat.cli.schedule.SystemdTimers;
import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleCommandTest {
    private static final Path EXPECTED = Path.of("src/test/resources/schedule");
    private static final Launch LAUNCH = new Launch("/opt/life boat/lifeboat", "/srv/50%");
    private static final String RUNBOOK = """
            runbook nightly "Every night"
                version "1"
                owner @team

            param depth: int
            param on: server = server("db1")

            phase all "All of it" {
                step nothing "Nothing" takes 1s {
                    wait 1s
                }
            }
            """;
    private static final String INVENTORY = """
            environment: lab
            clusters:
              shop: {primary: db1, servers: {db1: {address: "127.0.0.1:1", login: dba}}}
            logins: {dba: {user: dba, password: {env: NOBODY_ASKS}}}
            stores: {san: {kind: directory, path: /mnt/san}}
            roles: {team: [ann]}
            people: {ann: {}}
            """;
    private static final String SETTINGS = """
            inventory: inventory.yaml
            schedule:
              nightly: {runbook: backup-nightly.runbook, when: "02:00", parameters: {depth: 3}}
              weekly:  {runbook: backup-nightly.runbook, when: "Sun 03:30", cluster: shop, parameters: {depth: 100, on: db1}}
            """;
    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderOfRunbooks() throws IOException {
        write("backup-nightly.runbook", RUNBOOK);
        write("inventory.yaml", INVENTORY);
        write("lifeboat.yaml", SETTINGS);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Invocation schedule(String... arguments) {
        return Invocation.of(java.util.stream.Stream
                .concat(java.util.stream.Stream.of("schedule", "--runbooks", folder.toString()),
                        java.util.stream.Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static String texts(SequencedMap<String, String> files) {
        return files.entrySet().stream().map(file -> "==> " + file.getKey() + " <==\n" + file.getValue())
                .collect(Collectors.joining("\n"));
    }

    private List<ScheduledRun> due() {
        return RunbookRoot.of(folder.resolve("any")).schedule().stream()
                .map(run -> new ScheduledRun(run.name(), Path.of("/srv/50% off/backup-nightly.runbook"), run.when(),
                        run.cluster(), run.parameters()))
                .toList();
    }

    @Test
    void timersOfSystemd() {
        Golden.compare(EXPECTED.resolve("systemd.text"), texts(new SystemdTimers(LAUNCH).of(due())));
    }

    @Test
    void aCrontab() {
        Golden.compare(EXPECTED.resolve("crontab.text"), texts(new Crontab(LAUNCH).of(due())));
    }

    @Test
    void forMachines() {
        Golden.compare(EXPECTED.resolve("due.json"),
                schedule("--json").out().replace(folder.toAbsolutePath().toString(), "/srv/runbooks"));
    }

    @Test
    void help() {
        Golden.compare(EXPECTED.resolve("help.text"), Invocation.of("schedule", "--help").out());
    }

    @Test
    void allOfThemGoToStandardOutput() {
        Invocation said = schedule();
        assertThat(said.status()).as(said.all()).isZero();
        assertThat(said.out()).contains("# lifeboat-nightly.timer\n", "# lifeboat-weekly.service\n",
                "# lifeboat-failed@.service\n", "OnCalendar=Sun *-*-* 03:30:00\n");
        assertThat(schedule("--crontab").out()).contains("30 3 * * 0 ", "--param depth=100");
    }

    @Test
    void filesAreWrittenAndWrittenAnew() throws IOException {
        Path target = folder.resolve("units");
        assertThat(schedule("--to", target.toString()).status()).isZero();
        assertThat(target).isDirectoryContaining("glob:**lifeboat-nightly.timer");
        write("lifeboat.yaml", SETTINGS.replace("02:00", "04:00"));
        assertThat(schedule("--to", target.toString()).status()).isZero();
        assertThat(target.resolve("lifeboat-nightly.timer")).content().contains("04:00:00");
    }

    @Test
    void whatSomebodyElseHasWrittenStays() throws IOException {
        Path target = Files.createDirectory(folder.resolve("units"));
        Files.writeString(target.resolve("lifeboat-weekly.timer"), "mine\n");
        Invocation said = schedule("--to", target.toString());
        assertThat(said.status()).isEqualTo(64);
        assertThat(said.err()).contains("was not written by this command: nothing was written");
        assertThat(target.resolve("lifeboat-weekly.timer")).hasContent("mine\n");
        assertThat(target.resolve("lifeboat-nightly.timer")).doesNotExist();
    }

    /** What would fail at two in the morning is said now. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {depth: 3} | {} | Parameter `depth` has no default
            {depth: 3} | {depth: deep} | Parameter `depth`: `deep` is no int.
            {depth: 3} | {depht: 3, depth: 3} | The runbook has no parameter `depht`. Did you mean `depth`?
            cluster: shop | cluster: shpo | has no cluster `shpo`
            backup-nightly.runbook, when: "02:00" | none.runbook, when: "02:00" | There is no runbook
            when: "02:00" | when: "25:00" | Found `25:00`, expected a time such as `02:00`
            when: "02:00" | wenn: "02:00" | Key `wenn` has no meaning
              nightly: |   Nightly: | expected a name of small letters
            """)
    void whatCantRunIsRefused(String there, String instead, String why) throws IOException {
        assertThat(SETTINGS).contains(there);
        write("lifeboat.yaml", SETTINGS.replace(there, instead));
        Invocation said = schedule();
        assertThat(said.status()).as(said.all()).isIn(64, 65);
        assertThat(said.err()).contains(why);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void whereNothingIsDueThatIsSaid() throws IOException {
        write("lifeboat.yaml", "inventory: inventory.yaml\n");
        assertThat(schedule().err()).contains("Nothing is due");
    }

    @Test
    void aBackupThatNobodyStartsIsWarnedOf() throws IOException {
        String file = folder.resolve("backup-nightly.runbook").toString();
        assertThat(Invocation.of("check", file).all()).doesNotContain("LB003");
        write("lifeboat.yaml", "inventory: inventory.yaml\n");
        Invocation said = Invocation.of("check", file);
        assertThat(said.err()).contains(
                "warning[LB003]: `backup-nightly.runbook` is not scheduled, and the inventory has stores that need it.");
        assertThat(said.status()).isZero();
        write("inventory.yaml", INVENTORY.replaceFirst("stores:.*\n", ""));
        assertThat(Invocation.of("check", file).all()).doesNotContain("LB003");
    }
}
