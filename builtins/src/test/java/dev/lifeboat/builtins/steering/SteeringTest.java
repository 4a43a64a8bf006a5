package dev.lifeboat.builtins.steering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.WebAccess;
import dev.lifeboat.interpreter.builtin.Seen;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final Address ADDRESS = new Address("db2.example.net", 3307);

    @Test
    void anActionAboutAServerNamesItByWhateverThePlaceholderSays() {
        Action action = new Action(Optional.of("PUT /database/${server}?to=${address}&host=${host}&port=${port}"),
                Optional.empty());

        assertThat(Steering.about(action, "db2", ADDRESS).http())
                .contains("PUT /database/db2?to=db2.example.net%3A3307&host=db2.example.net&port=3307");
    }

    @Test
    void aNameCanNotBreakOutOfItsPlace() {
        Action action = new Action(Optional.of("PUT /database/${server}"), Optional.of("set-database ${server}"));
        Action about = Steering.about(action, "a'; reboot #/../?x=1", ADDRESS);

        assertThat(about.http()).contains("PUT /database/a%27%3B%20reboot%20%23%2F..%2F%3Fx%3D1");
        assertThat(about.command()).contains("set-database 'a'\\''; reboot #/../?x=1'");
    }

    @Test
    void headersGoToTheOriginOfTheUrlAlone() {
        WebAccess access = new WebAccess(Optional.of("https://shop.example.net/base"),
                new LinkedHashMap<>(Map.of("Authorization", new Content.Text("x"))), Optional.empty());

        assertThat(access.resolve("/admin").toString()).isEqualTo("https://shop.example.net/base/admin");
        assertThat(access.sendsHeadersTo(URI.create("https://shop.example.net/other"))).isTrue();
        assertThat(access.sendsHeadersTo(URI.create("http://shop.example.net/"))).isFalse();
        assertThat(access.sendsHeadersTo(URI.create("https://shop.example.net:8443/"))).isFalse();
        assertThat(access.sendsHeadersTo(URI.create("https://shop.example.net.evil.example/"))).isFalse();
        assertThat(WebAccess.NONE.sendsHeadersTo(URI.create("https://shop.example.net/"))).isFalse();
    }

    @Test
    void whatNobodyCanSeeIsDoneOnceMore() {
        assertThat(Setting.UNKNOWN.is(true)).isEqualTo(Seen.REPEATABLE);
        assertThat(Setting.ON.is(true)).isEqualTo(Seen.DONE);
        assertThat(Setting.ON.is(false)).isEqualTo(Seen.NOT_DONE);
        assertThat(Setting.UNKNOWN.contradicts(true)).isFalse();
        assertThat(Setting.OFF.contradicts(true)).isTrue();
    }
}
