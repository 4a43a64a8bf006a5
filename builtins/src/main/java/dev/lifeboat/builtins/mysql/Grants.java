package dev.lifeboat.builtins.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an account may do, read from {@code SHOW GRANTS}. That has the privileges of active roles in it; a role that is granted and not active helps nobody.
 */
public final class Grants {
    private static final String ALL = "ALL PRIVILEGES";
    /** What the old {@code SUPER} still allows. */
    private static final Set<String> SUPER = Set.of("SYSTEM_VARIABLES_ADMIN", "CONNECTION_ADMIN",
            "REPLICATION_SLAVE_ADMIN", "BINLOG_ADMIN");
    private static final Pattern PRIVILEGES = Pattern.compile(
            "(GRANT|REVOKE) (.+?) ON (`.+?`|\\*)\\.(\\S+) (?:TO|FROM) (`.*?`@`.*?`).*",
            Pattern.DOTALL);
    private static final Pattern ROLES = Pattern.compile("GRANT (`.*?`@`.*?`(?:,`.*?`@`.*?`)*) TO .*");
    private static final Pattern BETWEEN = Pattern.compile(",\\s*(?![^(]*\\))");

    private final List<Privileges> granted = new ArrayList<>();
    private final List<Privileges> revoked = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private String account = "";

    /** @param scope {@code *.*}, {@code schema.*} or {@code schema.table} */
    private record Privileges(Set<String> names, String scope) {
        /** Whether it is about this one at all, be it in some places alone. */
        boolean names(Privilege privilege) {
            return names.contains(privilege.name()) || names.contains(ALL)
                    || names.contains("SUPER") && SUPER.contains(privilege.name());
        }

        boolean covers(Privilege privilege) {
            return names(privilege) && here(privilege).covers(privilege);
        }

        /** The same in this place. */
        Privilege here(Privilege privilege) {
            return new Privilege(privilege.name(), scope);
        }
    }

    /**
     * What an account may not do.
     *
     * @param told    for people
     * @param granted what it has to be granted, so that it may
     */
    public record Lack(String told, List<Privilege> granted) {}

    private Grants() {}

    /** @param lines of {@code SHOW GRANTS} */
    public static Grants of(Collection<String> lines) {
        Grants grants = new Grants();
        lines.forEach(grants::read);
        return grants;
    }

    private void read(String line) {
        Matcher privileges = PRIVILEGES.matcher(line);
        Matcher granted = ROLES.matcher(line);
        if (granted.matches()) {
            roles.add(granted.group(1));
        } else if (privileges.matches()) {
            String scope = privileges.group(3).replace("`", "").replace("\\", "") + "."
                    + privileges.group(4).replace("`", "");
            Privileges read = new Privileges(
                    Set.of(BETWEEN.split(privileges.group(2).toUpperCase(Locale.ROOT))), scope);
            (privileges.group(1).equals("GRANT") ? this.granted : revoked).add(read);
            account = privileges.group(5);
        }
    }

    /** What keeps the account from using this privilege wherever it is needed; empty where nothing does. */
    public Optional<Lack> lack(Privilege privilege) {
        if (granted.stream().noneMatch(grant -> grant.covers(privilege))) {
            return Optional.of(new Lack(privilege + inPlaces(privilege), List.of(privilege)));
        }
        List<Privilege> holes = revoked.stream().filter(one -> one.names(privilege)).map(one -> one.here(privilege))
                .filter(hole -> hole.covers(privilege) || privilege.covers(hole)).toList();
        return holes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lack(privilege + " (revoked on " + places(holes) + ")", holes));
    }

    /** Dynamic privileges, those with an underscore, are no schema's. */
    private String inPlaces(Privilege privilege) {
        List<Privilege> there = granted.stream().filter(one -> one.names(privilege)).map(one -> one.here(privilege))
                .filter(privilege::covers).toList();
        return there.isEmpty() || privilege.name().contains("_")
                ? ""
                : " (it has it on " + places(there) + " alone)";
    }

    private static String places(List<Privilege> privileges) {
        return privileges.stream().map(Privilege::on).collect(Collectors.joining(", "));
    }

    /** Whose they are, as SQL writes it; empty where nothing was read. */
    public String account() {
        return account;
    }

    /** The roles that were granted, active or not. */
    public List<String> roles() {
        return List.copyOf(roles);
    }
}
