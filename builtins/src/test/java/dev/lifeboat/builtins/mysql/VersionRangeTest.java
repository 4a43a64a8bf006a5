package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource({">= 8.0.26, 8.0.26, true", ">= 8.0.26, 8.0.25-debug, false", ">= 8.0.26, 8.4.0, true",
            ">= 8.0.26, 10.0.1, true", "> 8.4, 8.4.7, false", "> 8.4, 9.0.0, true", "<= 8.4, 8.4.7-log, true",
            "< 9, 8.4.7, true", "< 9, 9.0.0, false", "8.4, 8.4.7, true", "= 8.4, 8.0.36, false", ">=8.4.3, 8.4, false",
            ">= 8, unknown, false"})
    void comparesWhatItSays(String range, String version, boolean within) {
        assertThat(VersionRange.required(range).orElseThrow().contains(version)).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "", ">=", "8.0.26.1", "8.", "=> 8.0", "-8"})
    void aTextWithoutAVersionIsNoRange(String text) {
        assertThat(VersionRange.required(text)).isEmpty();
    }
}
