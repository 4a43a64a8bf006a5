package dev.lifeboat.builtins.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an account may do, read from {@code SHOW GRANTS}. That has the privileges of active roles in it; a role that is granted and not active helps nobody.
 */
final class Grants {
    private static final String ALL = "ALL PRIVILEGES";
    private static final String EVERYWHERE = "*.*";
    /** What the old {@code SUPER} still allows. */
    private static final Set<String> SUPER = Set.of("SYSTEM_VARIABLES_ADMIN", "CONNECTION_ADMIN",
            "REPLICATION_SLAVE_ADMIN", "BINLOG_ADMIN");
    private static final Pattern PRIVILEGES = Pattern.compile(
            "(GRANT|REVOKE) (.+?) ON (`.+?`|\\*)\\.(\\S+) (?:TO|FROM) .*",
            Pattern.DOTALL);
    private static final Pattern ROLES = Pattern.compile("GRANT (`.*?`@`.*?`(?:,`.*?`@`.*?`)*) TO .*");
    private static final Pattern BETWEEN = Pattern.compile(",\\s*(?![^(]*\\))");

    private final List<Privileges> granted = new ArrayList<>();
    private final List<Privileges> revoked = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();

    /** @param scope {@code *.*} or {@code schema.*} */
    private record Privileges(Set<String> names, String scope) {
        boolean has(String privilege) {
            return names.contains(privilege) || names.contains(ALL)
                    || names.contains("SUPER") && SUPER.contains(privilege);
        }
    }

    private Grants() {}

    /** @param lines of {@code SHOW GRANTS} */
    static Grants of(Collection<String> lines) {
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
        }
    }

    /** What keeps the account from using this privilege on any server's every schema, for people; empty where nothing does. */
    Optional<String> lack(String privilege) {
        if (!has(privilege, EVERYWHERE)) {
            return Optional.of(privilege + inPlaces(privilege));
        }
        List<String> holes = scopes(revoked, privilege).toList();
        return holes.isEmpty()
                ? Optional.empty()
                : Optional.of(privilege + " (revoked on " + String.join(", ", holes) + ")");
    }

    /** Dynamic privileges, those with an underscore, are no schema's. */
    private String inPlaces(String privilege) {
        List<String> places = scopes(granted, privilege).toList();
        return places.isEmpty() || privilege.contains("_")
                ? ""
                : " (it has it on " + String.join(", ", places) + " alone)";
    }

    /** Whether the account may do it in this schema. */
    boolean allows(String privilege, String schema) {
        String scope = schema + ".*";
        return has(privilege, scope)
                || has(privilege, EVERYWHERE) && scopes(revoked, privilege).noneMatch(scope::equals);
    }

    private boolean has(String privilege, String scope) {
        return granted.stream().anyMatch(grant -> grant.scope().equals(scope) && grant.has(privilege));
    }

    private static Stream<String> scopes(List<Privileges> among, String privilege) {
        return among.stream().filter(one -> one.has(privilege)).map(Privileges::scope);
    }

    /** The roles that were granted, active or not. */
    List<String> roles() {
        return List.copyOf(roles);
    }
}
