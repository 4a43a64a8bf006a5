package dev.lifeboat.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.Anything;
import dev.lifeboat.interpreter.run.PortJson;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a port answers is in the journal, and a run that is resumed reads it from there: each type of an answer has to survive that. */
class PortAnswersTest {
    private final PortJson json = new PortJson(Builtins.registry(Inventory.EMPTY).javaTypes());

    static List<Method> methods() {
        return Stream
                .of(MySqlServer.class, ServerCatalog.class, BinaryLogs.class, Instance.class, Host.class,
                        Endpoint.class, Application.class, Perimeter.class, Metrics.class, ServerMetrics.class,
                        Store.class, FullBackups.class, LogArchive.class, Restoration.class)
                .flatMap(port -> Stream.of(port.getMethods())).filter(method -> method.getReturnType() != void.class)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyAnswerIsReadBack(Method method) {
        for (long seed = 0; seed < 100; seed++) {
            Object answer = new Anything(seed,
                    Map.of(GtidSet.class, PortAnswersTest::gtids, BigDecimal.class, PortAnswersTest::number))
                    .object(method.getGenericReturnType());
            assertThat(json.read(json.answer(answer), method.getGenericReturnType())).as("seed %d", seed)
                    .isEqualTo(answer);
        }
    }

    private static BigDecimal number(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(), random.nextInt(20));
    }

    private static GtidSet gtids(SplittableRandom random) {
        GtidSet set = GtidSet.EMPTY;
        for (int i = random.nextInt(4); i > 0; i--) {
            String tag = random.nextBoolean() ? "" : ":backup";
            set = set.union(GtidSet.of(new UUID(0, random.nextInt(2)) + tag, random.nextInt(1, 1_000_000)));
        }
        return set;
    }
}
