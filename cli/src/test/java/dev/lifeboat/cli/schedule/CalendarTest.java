package dev.lifeboat.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            02:00 | *-*-* 02:00:00 | 0 2 * * *
            02:00:00 | *-*-* 02:00:00 | 0 2 * * *
            00/4:00 | *-*-* 00/4:00:00 | 0 */4 * * *
            01/4:15 | *-*-* 01/4:15:00 | 15 1-23/4 * * *
            *:00/10 | *-*-* *:00/10:00 | */10 * * * *
            *-*-* 6:05 | *-*-* 06:05:00 | 5 6 * * *
            *-*-01,15 04:30 | *-*-01,15 04:30:00 | 30 4 1,15 * *
            Sun 03:00 | Sun *-*-* 03:00:00 | 0 3 * * 0
            Mon..Fri 06,18:00 | Mon,Tue,Wed,Thu,Fri *-*-* 06,18:00:00 | 0 6,18 * * 1,2,3,4,5
            Sat..Mon 05:00 | Sun,Mon,Sat *-*-* 05:00:00 | 0 5 * * 0,1,6
            Tue,Thu *-*-* 05:00 | Tue,Thu *-*-* 05:00:00 | 0 5 * * 2,4
            """)
    void itMeansTheSameToBoth(String text, String systemd, String cron) {
        Calendar calendar = Calendar.parse(text).orElseThrow();
        assertThat(calendar.systemd()).isEqualTo(systemd);
        assertThat(calendar.cron()).isEqualTo(cron);
        assertThat(Calendar.parse(calendar.systemd())).contains(calendar);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "24:00", "02:60", "02", "daily", "sun 03:00", "Sunday 03:00", "Mon.. 02:00", "00/0:00",
                    "*-*-32 02:00", "*-*-00 02:00", "2026-*-* 02:00", "*-02-* 02:00", "Sun *-*-01 03:00", "02:00:30",
                    "02:00 UTC",
                    "1-5:00", ",2:00"})
    void whatOneOfThemDoesNotKnowIsNone(String text) {
        assertThat(Calendar.parse(text)).isEmpty();
    }

    @Test
    void systemdReadsIt() throws IOException, InterruptedException {
        Process there = new ProcessBuilder("sh", "-c", "command -v systemd-analyze").start();
        assumeTrue(there.waitFor() == 0, "There is no systemd here.");
        for (String text : new String[]{"02:00", "00/4:15", "*:00/10", "*-*-01,15 04:30", "Mon..Fri 06,18:00"}) {
            Process process = new ProcessBuilder("systemd-analyze", "calendar",
                    Calendar.parse(text).orElseThrow().systemd()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
        }
    }
}
