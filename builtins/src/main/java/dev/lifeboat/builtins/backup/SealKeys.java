package dev.lifeboat.builtins.backup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keys that backups are sealed with, as a keyset of Tink: the primary one seals, each of them opens what it has sealed. A key that was replaced stays in it for as long as there is a backup that
 * it has sealed.
 */
@RealWorld
public final class SealKeys {
    private static final AesGcmHkdfStreamingParameters KIND = PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB;

    static {
        try {
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle keyset;
    private final String secret;

    private SealKeys(KeysetHandle keyset, String secret) {
        this.keyset = keyset;
        this.secret = secret;
    }

    /** @param primary whether it is the one that seals */
    public record Key(String id, boolean primary, boolean enabled) {}

    /** With one new key. */
    public static SealKeys create() {
        return new SealKeys(built(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(KIND).withRandomId().makePrimary())), "");
    }

    /**
     * @param text   a keyset of Tink in its JSON form
     * @param secret where it comes from, for messages
     */
    public static SealKeys parse(String text, String secret) {
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(text, RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
            SealKeys keys = new SealKeys(keyset, secret);
            keys.requireKind();
            return keys;
        } catch (GeneralSecurityException e) {
            throw Failure.of("What " + secret + " holds is no keyset: keys of backups can't be read from it.")
                    .hint("It has to be what `lifeboat backup-key new` has written, all of it and nothing else.")
                    .because(e);
        }
    }

    private void requireKind() {
        for (Key key : keys()) {
            if (!(entry(key.id()).orElseThrow().getKey().getParameters() instanceof AesGcmHkdfStreamingParameters)) {
                throw Failure.of("Key " + key.id() + " of " + secret + " is none that seals backups.")
                        .hint("Make keys by `lifeboat backup-key new` and `lifeboat backup-key rotate`.");
            }
        }
    }

    /** With one key more, which seals from now on. */
    public SealKeys rotated() {
        return new SealKeys(built(KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(KIND).withRandomId().makePrimary())), secret);
    }

    /** In the order in which they were made. */
    public List<Key> keys() {
        return IntStream.range(0, keyset.size()).mapToObj(keyset::getAt).map(entry -> new Key(id(entry),
                entry.isPrimary(), entry.getStatus().equals(KeyStatus.ENABLED))).toList();
    }

    /** The secret itself: the keyset in Tink's JSON form. */
    public String text() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which key seals. */
    String primary() {
        return id(keyset.getPrimary());
    }

    /** @throws Failure where there is no such key */
    StreamingAead cipher(String key) {
        KeysetHandle.Entry entry = entry(key).filter(one -> one.getStatus().equals(KeyStatus.ENABLED))
                .orElseThrow(() -> missing(key));
        try {
            return built(KeysetHandle.newBuilder().addEntry(
                    KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId()).makePrimary()))
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Failure missing(String key) {
        return Failure
                .of("Key " + key + " is not to be had: it is not among the keys of " + secret + ", which are "
                        + String.join(", ", keys().stream().map(Key::id).toList())
                        + ". Without it nothing that it has sealed can be opened.")
                .hint("Find the keyset that has it, where you keep it outside of the estate, and make it the secret again; "
                        + "keys that were rotated have to stay in the keyset.");
    }

    private Optional<KeysetHandle.Entry> entry(String key) {
        return IntStream.range(0, keyset.size()).mapToObj(keyset::getAt).filter(entry -> id(entry).equals(key))
                .findFirst();
    }

    /** As Tink's own tool writes it. */
    private static String id(KeysetHandle.Entry entry) {
        return Integer.toUnsignedString(entry.getId());
    }

    private static KeysetHandle built(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
