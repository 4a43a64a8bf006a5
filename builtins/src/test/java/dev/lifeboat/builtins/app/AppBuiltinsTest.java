package dev.lifeboat.builtins.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeApplication;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppBuiltinsTest {
    private final FakeEstate estate = new FakeEstate();
    private final FakeApplication application = new FakeApplication();
    private final AppBuiltins words = new AppBuiltins(estate.inventory());
    private final AppInverses inverses = new AppInverses();

    @BeforeEach
    void thereIsAnApplication() {
        estate.call.with(application);
    }

    @Test
    void maintenanceIsSwitchedOnceAndItsInverseSwitchesItBack() {
        words.maintenance(estate.call, true);
        words.maintenance(estate.call, true);

        assertThat(application.calls).containsExactly("maintenance true");
        assertThat(estate.call.inverses).containsExactly("app.restore_maintenance[]");
        inverses.restoreMaintenance(estate.call, false);
        assertThat(application.maintenance).isEqualTo(Setting.OFF);
    }

    @Test
    void whatNobodyCanSeeIsSwitchedAllTheSame() {
        application.readOnly = Setting.UNKNOWN;

        words.readOnly(estate.call, true);
        assertThat(application.calls).containsExactly("read-only true");
        assertThat(estate.call.inverses).containsExactly("app.restore_read_only[]");
    }

    @Test
    void anApplicationThatDoesNotObeyIsToldSo() {
        application.obeys = false;

        assertThatThrownBy(() -> words.readOnly(estate.call, true)).isInstanceOf(Failure.class)
                .hasMessage("`read_only` of the application is off after it was switched on.");
        assertThatThrownBy(() -> inverses.restoreMaintenance(estate.call, true)).isInstanceOf(Failure.class)
                .hasMessage("`maintenance` of the application is off after it was switched on.");
    }

    @Test
    void theApplicationIsGivenAServerThatTakesWrites() {
        assertThatThrownBy(() -> words.reconfigure(estate.call, estate.db2)).isInstanceOf(Failure.class)
                .hasMessageContaining("`db2`: that server is read-only");

        estate.db2.readOnly = ReadOnly.WRITABLE;
        words.reconfigure(estate.call, estate.db2);
        words.reconfigure(estate.call, estate.db2);
        assertThat(application.calls).containsExactly("reconfigure db2");
        assertThat(estate.call.inverses).containsExactly("app.restore_database[]");
    }

    @Test
    void whereItIsNoServerOfTheInventoryItWasThePrimary() {
        estate.db2.readOnly = ReadOnly.WRITABLE;
        application.database = Optional.of("orders-db:3306");
        assertThatThrownBy(() -> words.reconfigure(estate.call, estate.db2)).isInstanceOf(Failure.class)
                .hasMessageContaining("it has `orders-db:3306` now");

        estate.call.names.put("cluster", new Value.Fields("cluster",
                new LinkedHashMap<>(Map.of("primary", new Value.Handle("server", "db1")))));
        words.reconfigure(estate.call, estate.db2);
        assertThat(application.database).contains("db2");
    }

    @Test
    void aSettingThatDoesNotStayIsToldSo() {
        estate.db2.readOnly = ReadOnly.WRITABLE;
        application.obeys = false;

        assertThatThrownBy(() -> words.reconfigure(estate.call, estate.db2)).isInstanceOf(Failure.class)
                .hasMessage("The application has `db1` after it was given `db2`.");
    }

    @Test
    void onlyWhatWasRestartedIsRestartedAgainWhenItsDatabaseIsTakenBack() {
        inverses.restoreDatabase(estate.call, estate.db1);
        assertThat(application.calls).containsExactly("reconfigure db1");

        words.restart(estate.call);
        inverses.leaveRestarted(estate.call);
        inverses.restoreDatabase(estate.call, estate.db1);
        assertThat(application.calls).containsExactly("reconfigure db1", "restart", "reconfigure db1", "restart");
    }

    @Test
    void aSmokeTestThatFailsIsAnAnswer() {
        assertThat(words.smokeTest(estate.call).passed()).isTrue();
        application.obeys = false;
        assertThat(words.smokeTest(estate.call).findings()).containsExactly("It is broken.");
    }

    @Test
    void thereAreFourServiceLevels() {
        words.degrade(estate.call, 3);
        assertThat(estate.call.facts).containsEntry("service_level", new Value.Int(3));
        assertThatThrownBy(() -> words.degrade(estate.call, 5)).isInstanceOf(Failure.class)
                .hasMessage("There is no service level 5.");
    }
}
