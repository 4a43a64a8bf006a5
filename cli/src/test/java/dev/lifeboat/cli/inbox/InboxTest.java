package dev.lifeboat.cli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import dev.lifeboat.interpreter.world.People.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class InboxTest {
    @TempDir
    private Path runs;
    private Path folder;
    private Inbox inbox;
    private final List<Envelope> letters = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    @BeforeEach
    void open() {
        folder = runs.resolve("20260101T030000Z-ladder.inbox");
        inbox = Inbox.beside(runs.resolve("20260101T030000Z-ladder.journal"));
        inbox.open();
    }

    private void take() {
        inbox.take(letters::add, refusals::add);
    }

    private void leave(String name, String text, long second) throws IOException {
        Files.setLastModifiedTime(Files.writeString(folder.resolve(name), text), FileTime.fromMillis(second * 1000));
    }

    @Test
    void everybodyCanLeaveSomethingAndOnlyItsOwnerSeesOrMovesWhatIsThere() throws IOException {
        assertThat((int) Files.getAttribute(folder, "unix:mode") & 07777).isEqualTo(01733);
        Path letter = inbox.post(new Envelope("ada", Envelope.ACK, ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letter))).isEqualTo("rw-r--r--");
    }

    @Test
    void whatSomebodyElseHasLeftCountsOnlySigned() throws IOException {
        UserPrincipal other = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Path unsigned = inbox.post(new Envelope("ada", Envelope.ACK, ""));
        Path signed = inbox.post(new Envelope("bob", "approval", "a signature"));
        assumeThatCode(() -> Files.setOwner(unsigned, other)).as("only root can do that").doesNotThrowAnyException();
        Files.setOwner(signed, other);

        take();

        assertThat(letters).extracting(Envelope::by).containsExactly("bob");
        assertThat(refusals).containsExactly(new Refusal("inbox", "ack by ada",
                "It is not signed, and the owner of the run has not left it."));
    }

    @Test
    void whatIsAskedIsReadByEverybodyAndBelievedOnlyOfTheOwner() throws IOException {
        assertThat(inbox.published()).isEmpty();
        inbox.publish("first");
        inbox.publish("what is asked");
        assertThat(inbox.published()).contains("what is asked");
        take();
        assertThat(refusals).as("it is no letter").isEmpty();

        Path asked = folder.resolve(".asked.json");
        UserPrincipal other = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        assumeThatCode(() -> Files.setOwner(asked, other)).as("only root can do that").doesNotThrowAnyException();
        assertThat(inbox.published()).isEmpty();
    }

    @Test
    void whatIsPostedIsReadOnceAndTakenAway() throws IOException {
        Envelope letter = new Envelope("senior_dba", Envelope.ACK, "");
        Path file = Inbox.beside(runs.resolve("20260101T030000Z-ladder.journal")).post(letter);
        assertThat(file).exists();

        take();
        take();

        assertThat(letters).containsExactly(letter);
        assertThat(refusals).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theOldestComesFirstAndWhatIsBeingWrittenNotAtAll() throws IOException {
        leave("a.json", new Envelope("late", "ack", "").write(), 2000);
        leave("b.json", new Envelope("early", "ack", "").write(), 1000);
        leave(".c.json", "{\"by\": \"half", 500);

        take();

        assertThat(letters).extracting(Envelope::by).containsExactly("early", "late");
        assertThat(refusals).isEmpty();
        assertThat(folder.resolve(".c.json")).exists();
    }

    @Test
    void whatIsNoMessageIsRefusedOnceAndKeepsNothingElseBack() throws IOException {
        leave("1.json", "not JSON", 1);
        leave("2.json", "{\"by\": \"ada\", \"what\": \"ack\"}", 2);
        leave("3.json", "{\"by\": \"ada\", \"what\": \"ack\", \"signature\": \"\", \"also\": 1}", 3);
        leave("4.json", "{\"by\": null, \"what\": \"ack\", \"signature\": \"\"}", 4);
        leave("5.json", "[1]", 5);
        leave("6.json", "", 6);
        leave("7.json", "x".repeat(16 * 1024 + 1), 7);
        leave("8.json", "{".repeat(10_000), 8);
        Path outside = Files.writeString(runs.resolve("outside"), new Envelope("eve", "ack", "").write());
        Files.createSymbolicLink(folder.resolve("9.json"), outside);
        Files.createDirectory(folder.resolve("10.json"));
        Files.writeString(Files.createDirectory(folder.resolve("11.json")).resolve("full"), "");
        leave("12.json", new Envelope("ada", "ack", "").write(), 12);

        take();
        take();

        assertThat(letters).extracting(Envelope::by).containsExactly("ada");
        assertThat(refusals).extracting(Refusal::why).containsOnly("It is no message for a run.",
                "It is no file, or larger than 16 KiB.", "It can't be taken away: DirectoryNotEmptyException.");
        assertThat(refusals).filteredOn(refusal -> !refusal.what().equals("11.json")).extracting(Refusal::what)
                .containsExactlyInAnyOrder("1.json", "2.json", "3.json", "4.json", "5.json", "6.json", "7.json",
                        "8.json", "9.json", "10.json");
        assertThat(outside).exists();
    }

    @Test
    void aFloodIsTakenInPortions() throws IOException {
        for (int i = 0; i < 250; i++) {
            inbox.post(new Envelope("ada" + i, "ack", ""));
        }
        take();
        assertThat(letters).hasSize(100);
        take();
        take();
        assertThat(letters).hasSize(250);
    }

    @Test
    void whenTheRunIsOverItIsGone() throws IOException {
        inbox.post(new Envelope("ada", "ack", ""));
        assertThat(inbox.isThere()).isTrue();

        assertThat(inbox.close()).isEmpty();

        assertThat(inbox.isThere()).isFalse();
        assertThat(folder).doesNotExist();
        take();
        assertThat(letters).isEmpty();
    }
}
