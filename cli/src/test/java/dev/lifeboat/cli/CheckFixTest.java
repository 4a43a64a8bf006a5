package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `lifeboat check --fix`, and of standard input. */
class CheckFixTest {
    private static final Path FIVE_MISTAKES = Path.of("src/test/resources/check/five-mistakes.runbook");

    @TempDir
    private Path folder;

    @AfterEach
    void giveStandardInputBack() {
        Invocation.silence();
    }

    @Test
    void saysHowManyCouldBeFixed() {
        assertThat(Invocation.of("check", FIVE_MISTAKES.toString()).out())
                .isEqualTo("5 errors in 1 file. 2 can be fixed with `--fix`.\n");
    }

    @Test
    void putsRightWhatWasMeantAndReportsTheRest() throws IOException {
        Path file = Files.copy(FIVE_MISTAKES, folder.resolve("five.runbook"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Invocation fix = Invocation.of("check", "--fix", file.toString());
        assertThat(fix.status()).isEqualTo(65);
        assertThat(fix.out()).isEqualTo(file + ":6: Write `30s` instead of `30sec`.\n" + file
                + ":11: Write `==` instead of `=`.\n3 errors in 1 file.\n");
        assertThat(fix.err()).contains("error[LB206]").doesNotContain("LB102", "LB107");
        assertThat(Files.readString(file)).isEqualTo(Files.readString(FIVE_MISTAKES).replace("30sec", "30s")
                .replace(") = false", ") == false"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void goesOnUntilNothingIsHiddenAnyMore() throws IOException {
        Path file = runbook("step\u00A0s \"S\"\u00A0timeout 30 sec {\n require 1 <> 2\n}");
        Invocation fix = Invocation.of("check", "--fix", file.toString());
        assertThat(fix.status()).as(fix.all()).isZero();
        assertThat(fix.out().lines()).hasSize(5);
        assertThat(Files.readString(file)).contains("step s \"S\" timeout 30s {\n require 1 != 2\n");
    }

    @Test
    void neverMakesAFileWorse() throws IOException {
        Path file = runbook("step\u00A0s \"S\" {\n require nothing\n require nowhere\n}");
        String before = Files.readString(file);
        Invocation fix = Invocation.of("check", "--fix", file.toString());
        assertThat(fix.err()).contains("is left as it is: fixed it would have 2 errors, and it has 1 now.");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void keepsJsonForMachinesApartFromWhatItDid() throws IOException {
        Path file = Files.copy(FIVE_MISTAKES, folder.resolve("five.runbook"));
        Invocation fix = Invocation.of("check", "--fix", "--format", "json", file.toString());
        assertThat(fix.out()).startsWith("[{").doesNotContain("LB102").endsWith("}]\n");
        assertThat(fix.err()).contains(":6: Write `30s` instead of `30sec`.");
    }

    @Test
    void readsStandardInput() throws IOException {
        type(Files.readString(FIVE_MISTAKES));
        Invocation check = Invocation.of("check", "-");
        assertThat(check.status()).isEqualTo(65);
        assertThat(check.err()).contains("--> input:6:58");
    }

    @Test
    void writesTheFixedTextOfStandardInputToStandardOutput() throws IOException {
        type(Files.readString(FIVE_MISTAKES));
        Invocation fix = Invocation.of("check", "--fix", "-");
        assertThat(fix.out()).startsWith("runbook five ").contains("timeout 30s {").doesNotContain("errors");
        assertThat(fix.err()).contains("input:6: Write `30s`", "error[LB206]", "3 errors in 1 file.");
    }

    @Test
    void refusesTwoThingsOnStandardOutput() {
        assertThat(Invocation.of("check", "--fix", "--format", "json", "-").status()).isEqualTo(64);
        assertThat(Invocation.of("check", "-", "a.runbook").err()).contains("`-` is standard input, and stands alone.");
    }

    private Path runbook(String step) throws IOException {
        return Files.writeString(folder.resolve("a.runbook"),
                "runbook a \"A\"\n version \"1\"\n owner @database_lead\nphase p \"P\" {\n" + step + "\n}\n");
    }

    private static void type(String text) {
        Invocation.type(text);
    }
}
