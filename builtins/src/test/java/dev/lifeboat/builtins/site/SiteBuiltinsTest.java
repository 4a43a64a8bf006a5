package dev.lifeboat.builtins.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.Site;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteBuiltinsTest {
    private final FakeEstate estate = new FakeEstate();
    private final FakePerimeter perimeter = new FakePerimeter();
    private final Site main = new Site("main", List.of(estate.db1, estate.db2));

    /** A perimeter that does what it is told, or does not. */
    private static final class FakePerimeter implements Perimeter {
        Setting fenced = Setting.OFF;
        boolean obeys = true;

        @Override
        public String name() {
            return "main";
        }

        @Override
        public Setting fenced() {
            return fenced;
        }

        @Override
        public void fence() {
            fenced = obeys ? Setting.ON : fenced;
        }

        @Override
        public void unfence() {
            fenced = obeys ? Setting.OFF : fenced;
        }
    }

    @BeforeEach
    void thereAreTwoSites() {
        estate.sites.put("db3", "dr");
        estate.call.with(perimeter);
    }

    private SiteBuiltins words() {
        return new SiteBuiltins(estate.inventory());
    }

    @Test
    void aSiteThatIsShutOffFencesThePrimaryInItByNetwork() {
        words().fence(estate.call, main);
        words().fence(estate.call, main);

        assertThat(words().isFenced(estate.call, main)).isTrue();
        assertThat(estate.call.text("fence")).isEqualTo("network");
        assertThat(estate.call.inverses).containsExactly("site.unfence[]");
    }

    @Test
    void itsInverseOpensItAndWhatItProvedHoldsNoMore() {
        words().fence(estate.call, main);
        new SiteInverses(estate.inventory()).unfence(estate.call, main);

        assertThat(perimeter.fenced).isEqualTo(Setting.OFF);
        assertThat(estate.call.text("fence")).isEmpty();
    }

    @Test
    void aSiteInWhichSomebodyTakesWritesIsNotOpened() {
        perimeter.fenced = Setting.ON;

        assertThatThrownBy(() -> words().open(estate.call, main)).isInstanceOf(Failure.class)
                .hasMessage("Site `main` stays shut off: `db1` in it takes writes.");
        estate.db1.answer = Answer.SILENT;
        assertThatThrownBy(() -> words().open(estate.call, main)).isInstanceOf(Failure.class)
                .hasMessage("Site `main` stays shut off: of `db1` in it nobody knows whether it takes writes.");
        assertThat(perimeter.fenced).isEqualTo(Setting.ON);
    }

    @Test
    void aSiteWhoseServersAreFencedOrStoppedIsOpenedAndShutOffAgainByItsInverse() {
        perimeter.fenced = Setting.ON;
        estate.db1.answer = Answer.REFUSED;
        words().open(estate.call, main);
        words().open(estate.call, main);

        assertThat(perimeter.fenced).isEqualTo(Setting.OFF);
        assertThat(estate.call.inverses).containsExactly("site.shut_again[]");
        new SiteInverses(estate.inventory()).shutAgain(estate.call, main);
        assertThat(perimeter.fenced).isEqualTo(Setting.ON);
    }

    @Test
    void aServerIsInItsSiteWithTheOthersThere() {
        Site site = words().of(estate.call, estate.db2);

        assertThat(site.name()).isEqualTo("main");
        assertThat(site.servers()).extracting(MySqlServer::name).containsExactly("db1", "db2");
    }

    @Test
    void whatWasProvenOfTheServerItselfStays() {
        estate.call.knows("fence", "process");
        words().fence(estate.call, main);
        assertThat(estate.call.text("fence")).isEqualTo("process");

        estate.call.knows("fence", "route");
        words().fence(estate.call, main);
        assertThat(estate.call.text("fence")).isEqualTo("network");
    }

    @Test
    void aSiteWithoutThePrimaryProvesNothingOfIt() {
        words().fence(estate.call, new Site("main", List.of(estate.db2)));

        assertThat(estate.call.text("fence")).isEmpty();
    }

    @Test
    void theOnlySiteIsNotShutOff() {
        estate.sites.clear();

        assertThatThrownBy(() -> words().fence(estate.call, main)).isInstanceOf(Failure.class)
                .hasMessage("Site `main` was not shut off: there is no other, and nobody could take over.");
        assertThat(perimeter.fenced).isEqualTo(Setting.OFF);
    }

    @Test
    void aFenceThatNobodyCanSeeIsNone() {
        perimeter.fenced = Setting.UNKNOWN;

        assertThatThrownBy(() -> words().fence(estate.call, main)).isInstanceOf(Failure.class)
                .hasMessage("The inventory does not say how one sees whether site `main` is shut off.");
    }

    @Test
    void whatDoesNotObeyIsToldSo() {
        perimeter.obeys = false;

        assertThatThrownBy(() -> words().fence(estate.call, main)).isInstanceOf(Failure.class)
                .hasMessage("Site `main` is open after it was told to be shut off.");
        assertThat(estate.call.text("fence")).isEmpty();
    }
}
