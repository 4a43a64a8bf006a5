package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How the HTTP requests of a section of the inventory are made.
 *
 * @param url     what addresses that begin with a slash belong to
 * @param headers sent to the origin of {@code url} and to nobody else, since they may be secret
 * @param ca      a file of certificates to trust instead of those that the JVM trusts
 */
public record WebAccess(Optional<String> url, SequencedMap<String, Content> headers, Optional<String> ca) {
    public static final WebAccess NONE = new WebAccess(Optional.empty(), new LinkedHashMap<>(), Optional.empty());

    /** The whole address; an IllegalArgumentException says that it is none. */
    public URI resolve(String address) {
        return url.filter(base -> address.startsWith("/"))
                .map(base -> URI.create(base.replaceFirst("/+$", "") + address))
                .orElseGet(() -> URI.create(address));
    }

    public boolean sendsHeadersTo(URI address) {
        return url.map(URI::create).filter(base -> origin(base).equals(origin(address))).isPresent();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    boolean holdsSecrets() {
        return headers.values().stream().anyMatch(Content.Secret.class::isInstance);
    }
}
