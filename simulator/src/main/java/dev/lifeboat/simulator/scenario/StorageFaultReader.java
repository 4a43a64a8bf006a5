package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.simulator.fault.Damage;
import dev.lifeboat.simulator.fault.Fault;
import dev.lifeboat.simulator.fault.StoreFault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what happens to stores and to data: {@code store_refuses: s3}, {@code damage: {store: san, of: full, how: flip_bit}}, {@code mistake: {table: shop.orders, kind: delete, rows: 500}}. */
final class StorageFaultReader {
    private static final String DAMAGE = "damage";
    private static final String MISTAKE = "mistake";
    /** The words of events that it reads. */
    static final List<String> WORDS = Stream.concat(Arrays.stream(StoreFault.values()).map(StorageFaultReader::word),
            Stream.of(DAMAGE, MISTAKE)).toList();
    private final Names names;

    StorageFaultReader(Names names) {
        this.names = names;
    }

    Stream<Fault> read(YamlMap event) {
        Stream<Optional<Fault>> onStore = Arrays.stream(StoreFault.values())
                .map(what -> event.find(word(what)).map(value -> new Fault.OnStore(what, names.store(value))));
        return Stream.concat(onStore, Stream.of(event.find(DAMAGE).map(this::damage),
                event.find(MISTAKE).map(this::mistake))).flatMap(Optional::stream);
    }

    private Fault damage(YamlValue value) {
        YamlMap map = value.map();
        Damage damage = new Damage(map.need("store", "it happens there").map(names::store).orElse(""),
                map.find("of").map(kind -> kind.word(Damage.Kind.class)).orElse(Damage.Kind.FULL),
                map.find("which").map(which -> which.word(Damage.Which.class)).orElse(Damage.Which.NEWEST),
                map.need("how", "what is done to it").map(how -> how.word(Damage.How.class))
                        .orElse(Damage.How.FLIP_BIT));
        map.reportUnknownKeys();
        return new Fault.Damaged(damage);
    }

    private Fault mistake(YamlValue value) {
        YamlMap map = value.map();
        Fault.Mistake mistake = new Fault.Mistake(
                map.need("server", "it is made there").map(names::server).orElse(""),
                map.need("table", "its rows are destroyed").map(StorageFaultReader::table).orElse(""),
                map.find("kind").map(kind -> kind.word(Fault.Mistake.Kind.class)).orElse(Fault.Mistake.Kind.DELETE),
                map.find("rows").map(YamlValue::whole).orElse(Long.MAX_VALUE));
        map.reportUnknownKeys();
        return mistake;
    }

    private static String table(YamlValue value) {
        if (value.text().indexOf('.') < 1) {
            value.unexpected(value.text(), "a table with its schema, such as `shop.orders`,");
        }
        return value.text();
    }

    private static String word(StoreFault what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
