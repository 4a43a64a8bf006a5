package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogFileReader;
import com.github.shyiko.mysql.binlog.event.Event;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The binary logs of a server whose process is gone, as files on its host. What its tables' columns are called nobody says then, so that they have only their
 * numbers.
 *
 * @param base where they lie and how they begin: {@code /var/lib/mysql/binlog}
 */
record StoppedBinaryLogs(String server, Host host, String base) {
    private static final Duration TO_LIST = Duration.ofSeconds(30);
    /** A description of the format stands at the beginning of each file; its length is in its header. */
    private static final int MAGIC = 4;
    private static final int LENGTH_AT = MAGIC + 9;

    List<LogFile> files() {
        Output listed = host.read("stat -c '%s %n' -- " + ShellCommand.quote(base) + ".[0-9]*", TO_LIST);
        if (listed.exit() != 0) {
            throw Failure
                    .of("Could not list the binary logs of `" + server + "` on host `" + host.name() + "`: "
                            + listed.text().lines().findFirst().orElse("no answer") + ".")
                    .hint("`binary_logs` of the server in the inventory says where they are and how they begin.");
        }
        return listed.text().lines().map(line -> line.split(" ", 2)).map(this::file).toList();
    }

    private LogFile file(String[] sizeAndPath) {
        String name = sizeAndPath[1].substring(sizeAndPath[1].lastIndexOf('/') + 1);
        return new LogFile(name, Long.parseLong(sizeAndPath[0]), before(name));
    }

    private GtidSet before(String name) {
        try (BinaryLogFileReader reader = new BinaryLogFileReader(open(name), LogDecoder.create())) {
            for (Optional<Event> event = next(reader); event.isPresent(); event = next(reader)) {
                if (event.get().getData() instanceof PreviousGtids previous) {
                    return previous.set();
                }
            }
            return GtidSet.EMPTY;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private HostFile open(String name) {
        return new HostFile(host, base.substring(0, base.lastIndexOf('/') + 1) + name);
    }

    Page read(Place from, Wanted wanted) {
        RowReader rows = new RowReader((schema, table) -> Optional.empty());
        PageBuilder page = new PageBuilder(from, new TransactionAssembler(server, rows, wanted), wanted);
        try (BinaryLogFileReader reader = new BinaryLogFileReader(events(from), LogDecoder.create())) {
            for (Optional<Event> event = next(reader); event.isPresent(); event = next(reader)) {
                if (!page.add(event.get())) {
                    return page.page(false);
                }
            }
        } catch (IOException e) {
            throw unreadable(from.file(), e);
        }
        return after(from.file()).map(page::page).orElseGet(() -> page.page(true));
    }

    private Optional<Place> after(String file) {
        return files().stream().filter(other -> other.name().compareTo(file) > 0).findFirst().map(LogFile::start);
    }

    /** What had been executed before the last file was begun, and what stands in it. */
    GtidSet executed() {
        LogFile last = files().getLast();
        GtidSet executed = last.before();
        try (BinaryLogFileReader reader = new BinaryLogFileReader(events(last.start()), LogDecoder.create())) {
            TransactionAssembler assembler = new TransactionAssembler(server, new RowReader((a, b) -> Optional.empty()),
                    Wanted.ALL);
            for (Optional<Event> event = next(reader); event.isPresent(); event = next(reader)) {
                executed = executed
                        .union(assembler.take(event.get()).map(LoggedTransaction::gtid).orElse(GtidSet.EMPTY));
            }
        } catch (IOException e) {
            throw unreadable(last.name(), e);
        }
        return executed;
    }

    /** All of the file's events from there on, behind the description of the format, without which none can be read. */
    InputStream events(Place from) throws IOException {
        if (from.offset() <= MAGIC) {
            return open(from.file());
        }
        byte[] head = open(from.file()).readNBytes(LENGTH_AT + 4);
        int length = 0;
        for (int i = 3; i >= 0; i--) {
            length = length << 8 | head[LENGTH_AT + i] & 0xff;
        }
        InputStream description = new java.io.ByteArrayInputStream(open(from.file()).readNBytes(MAGIC + length));
        return new SequenceInputStream(description, open(from.file()).from(from.offset()));
    }

    /** The last event of a server that was killed may be there in part. */
    private static Optional<Event> next(BinaryLogFileReader reader) throws IOException {
        try {
            return Optional.ofNullable(reader.readEvent());
        } catch (EOFException torn) {
            return Optional.empty();
        }
    }

    private Failure unreadable(String file, IOException e) {
        return Failure.of("Could not read binary log `" + file + "` of `" + server + "` on host `" + host.name()
                + "`: " + e.getMessage() + ".").because(e).hint("An encrypted log can only be read by its server.");
    }
}
