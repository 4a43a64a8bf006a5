package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DumpPlacesTest {

    /** However the bytes come. */
    @Test
    void aLineIsToldByTheHeadingBeforeIt() {
        byte[] dump = "-- MySQL dump\nSET x;\n\n--\n-- Dumping data for table `größe`\n--\nINSERT;\n-- \nINSERT;\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size < dump.length; size += 3) {
            DumpPlaces places = new DumpPlaces();
            for (int at = 0; at < dump.length; at += size) {
                places.passed(dump, at, Math.min(size, dump.length - at));
            }
            assertThat(places.at(0)).isEmpty();
            assertThat(places.at(2)).isEqualTo("MySQL dump");
            assertThat(places.at(4)).isEqualTo("MySQL dump");
            assertThat(places.at(9)).isEqualTo("Dumping data for table `größe`");
            assertThat(places.latest()).isEqualTo("Dumping data for table `größe`");
        }
    }
}
