package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file itself; what goes through it is in {@link FileEndpointIT}. */
class FileEndpointTest {
    private static final Map<String, Integer> PORTS = Map.of("db1", 3306, "db2", 3307);
    @TempDir
    Path folder;

    private FileEndpoint at(Path file) {
        return new FileEndpoint("orders", file, name -> Optional.ofNullable(PORTS.get(name)).map(
                port -> new JdbcLogin(name, new Address("db.example.net", port), "app", () -> "", Tls.PREFER)),
                new SystemClock());
    }

    private Path file() {
        return folder.resolve("primary");
    }

    @Test
    void aLineNamesTheServerAndItsAddress() {
        at(file()).restore(List.of("db2", "db1"));

        assertThat(file()).hasContent("db2 db.example.net:3307\ndb1 db.example.net:3306\n");
        assertThat(at(file()).targets()).containsExactly("db2", "db1");
    }

    @Test
    void aFileThatIsNotThereLeadsNowhere() {
        assertThat(at(file()).targets()).isEmpty();
        assertThat(at(file()).probeWrite(Duration.ofSeconds(1)).detail()).isEqualTo("`" + file() + "` names no server");
    }

    @Test
    void aServerThatOnlyTheFileKnowsIsTold() throws IOException {
        Files.writeString(file(), "db7 db7.example.net:3306\n");

        assertThat(at(file()).targets()).containsExactly("db7");
        assertThat(at(file()).probeWrite(Duration.ofSeconds(1)).detail()).contains("has no server `db7`");
    }

    @Test
    void whoCouldReadTheFileStillCan() throws IOException {
        at(file()).switchTo("db1");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file());
        at(link).switchTo("db2");

        assertThat(link).isSymbolicLink().hasContent("db2 db.example.net:3307");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-r-----");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(file(), link);
        }
    }

    @Test
    void whereNoFileCanBeMadeTheOldOneStays() throws IOException {
        at(file()).switchTo("db1");
        Files.createDirectory(folder.resolve("primary.new"));
        Failure failure = refusal(file());

        assertThat(failure).hasMessageContaining("could not write `" + file() + "`").hasMessageContaining("directory");
        assertThat(at(file()).targets()).containsExactly("db1");
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        assertThat(refusal(folder.resolve("nowhere/primary"))).hasMessageContaining("its folder is not there");
    }

    @Test
    void aFileThatCannotBeReadIsTold() {
        Failure failure = catchThrowableOfType(Failure.class, () -> at(folder).targets());

        assertThat(failure).hasMessageContaining("could not read `" + folder + "`");
    }

    private Failure refusal(Path file) {
        Failure failure = catchThrowableOfType(Failure.class, () -> at(file).switchTo("db2"));
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        assertThat(failure.hint()).contains("folder");
        return failure;
    }
}
