package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelGzipTest {
    private static final int CHUNK = 512 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 7 * CHUNK, 11 * CHUNK + 17})
    void whatIsWrittenInAnyPiecesIsReadByAnybodysGunzip(int size) throws IOException {
        byte[] plain = text(size);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed(plain))).readAllBytes()).isEqualTo(plain);
    }

    @Test
    void whatCanNotBeCompressedFitsToo() throws IOException {
        byte[] noise = new byte[3 * CHUNK];
        new SplittableRandom(1).nextBytes(noise);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed(noise))).readAllBytes()).isEqualTo(noise);
    }

    @Test
    void theProgramGunzipReadsIt(@TempDir Path folder) throws Exception {
        byte[] plain = text(5 * CHUNK + 3);
        Path file = Files.write(folder.resolve("dump.gz"), compressed(plain));
        assertThat(new ProcessBuilder("gunzip", file.toString()).inheritIO().start().waitFor()).isZero();
        assertThat(folder.resolve("dump")).hasBinaryContent(plain);
    }

    @Test
    void whatCanNotBeWrittenIsNoWholeStreamEither() throws IOException {
        ParallelGzip gzip = new ParallelGzip(new OutputStream() {
            private int written;

            @Override
            public void write(int one) {
                written++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                written += length;
                if (written > 10) {
                    throw new IOException("no room");
                }
            }
        }, 1, 2);
        assertThatThrownBy(() -> gzip.write(text(9 * CHUNK))).isInstanceOf(IOException.class).hasMessage("no room");
        gzip.close();
    }

    private static byte[] compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream onto = new ByteArrayOutputStream();
        SplittableRandom random = new SplittableRandom(plain.length);
        try (ParallelGzip gzip = new ParallelGzip(onto, 1, 3)) {
            for (int at = 0; at < plain.length;) {
                int length = Math.min(plain.length - at, random.nextInt(1, 300_000));
                gzip.write(plain, at, length);
                at += length;
            }
        }
        return onto.toByteArray();
    }

    private static byte[] text(int size) {
        byte[] text = new byte[size];
        SplittableRandom random = new SplittableRandom(size);
        for (int i = 0; i < size; i++) {
            text[i] = (byte) ('a' + random.nextInt(6));
        }
        return text;
    }
}
