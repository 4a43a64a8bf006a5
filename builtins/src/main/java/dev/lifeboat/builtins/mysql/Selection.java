package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides which transactions of a log are wanted, and keeps no more of them than that takes. */
public final class Selection {
    private static final int LONGEST_STATEMENT = 2_000;
    /** Of one transaction; a huge one must not take all memory. */
    private static final int MOST_ROWS = 50_000;
    private static final long MOST_TEXT = 16L << 20;
    private final Wanted wanted;
    private final Set<String> places;
    /** The tables of these places: rows of others need not be looked at. */
    private final Set<String> touched;

    public Selection(Wanted wanted) {
        this.wanted = wanted;
        this.places = new HashSet<>(wanted.touching());
        this.touched = places.stream().map(place -> place.substring(0, place.indexOf(' '))).collect(Collectors.toSet());
    }

    public Draft begin(GtidSet gtid, Instant committed) {
        return new Draft(gtid, committed);
    }

    private boolean isWanted(GtidSet gtid, Instant committed) {
        return (wanted.among().isEmpty() || wanted.among().contains(gtid))
                && wanted.from().filter(committed::isBefore).isEmpty()
                && wanted.to().filter(to -> !committed.isBefore(to)).isEmpty();
    }

    private boolean isWanted(String table) {
        return wanted.tables().isEmpty() || wanted.tables().contains(table)
                || wanted.tables().contains(table.substring(0, table.indexOf('.')) + ".*");
    }

    /** A transaction of which not everything is read yet. */
    public final class Draft {
        private final GtidSet gtid;
        private final Instant committed;
        private final boolean mayBe;
        private final Set<String> tables = new LinkedHashSet<>();
        private final List<String> statements = new ArrayList<>();
        private final List<RowImage> rows = new ArrayList<>();
        private final long[] counts = new long[RowKind.values().length];
        private long matching;
        private long text;
        private boolean touches;
        private boolean whole = true;

        private Draft(GtidSet gtid, Instant committed) {
            this.gtid = gtid;
            this.committed = committed;
            this.mayBe = isWanted(gtid, committed);
        }

        public void statement(String sql) {
            statements.add(
                    sql.length() <= LONGEST_STATEMENT ? sql : sql.substring(0, LONGEST_STATEMENT) + "…");
        }

        /** @param image is asked for where it is needed */
        public void row(String table, RowKind kind, Supplier<RowImage> image) {
            if (!mayBe) {
                return;
            }
            tables.add(table);
            counts[kind.ordinal()]++;
            matching += isWanted(table) && wanted.kind().filter(other -> other != kind).isEmpty() ? 1 : 0;
            if (places.isEmpty() ? wanted.images() : touched.contains(table)) {
                look(image.get());
            }
        }

        private void look(RowImage image) {
            if (!places.isEmpty() && image.places().stream().noneMatch(places::contains)) {
                return;
            }
            touches = true;
            if (wanted.images() && rows.size() < MOST_ROWS && text < MOST_TEXT) {
                rows.add(image);
                text += image.length();
            } else {
                whole &= !wanted.images();
            }
        }

        public Optional<LoggedTransaction> wanted() {
            boolean byRows = !wanted.tables().isEmpty() || wanted.kind().isPresent() || wanted.least() > 0;
            boolean fits = mayBe && (!byRows || matching >= Math.max(1, wanted.least()))
                    && (places.isEmpty() || touches);
            return fits
                    ? Optional.of(new LoggedTransaction(gtid, committed, List.copyOf(tables),
                            counts[RowKind.INSERT.ordinal()], counts[RowKind.UPDATE.ordinal()],
                            counts[RowKind.DELETE.ordinal()], statements, rows,
                            whole))
                    : Optional.empty();
        }
    }
}
