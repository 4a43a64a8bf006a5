package dev.lifeboat.builtins.mysql.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Semi-synchronous replication, set and taken over from an old primary. */
class SemiSyncWordsTest {
    private final FakeEstate estate = new FakeEstate();
    private final MySqlReplication words = new MySqlReplication();

    private static void refused(Runnable call, String says) {
        assertThatThrownBy(call::run).isInstanceOf(Failure.class).hasMessageContaining(says);
    }

    @Nested
    class SemiSynchronous {
        private void set(Optional<Boolean> source, Optional<Boolean> replica, Optional<Long> waitFor) {
            words.semiSync(estate.call, estate.db1, source, replica, waitFor, Optional.empty());
        }

        @Test
        void whatIsNotGivenStays() {
            estate.db1.semiSync = Optional.of(new SemiSync(false, false, 3, Duration.ofSeconds(2)));
            set(Optional.empty(), Optional.of(true), Optional.empty());

            assertThat(estate.db1.semiSync).contains(new SemiSync(false, true, 3, Duration.ofSeconds(2)));
            assertThat(estate.call.inverses).hasSize(1).first().asString().startsWith("mysql.restore_semi_sync");
        }

        @Test
        void doneTwiceItChangesNothing() {
            set(Optional.of(false), Optional.empty(), Optional.empty());

            assertThat(estate.db1.calls).isEmpty();
            assertThat(estate.call.inverses).isEmpty();
        }

        @Test
        void commitsDoNotWaitForReplicasThatAreNotThere() {
            refused(() -> set(Optional.of(true), Optional.empty(), Optional.of(2L)), "2 replicas: 1 acknowledge");
            assertThat(estate.db1.semiSync).contains(SemiSync.OFF);
        }

        @Test
        void commitsWaitForThoseThatAre() {
            set(Optional.of(true), Optional.empty(), Optional.of(1L));

            assertThat(estate.db1.semiSync.orElseThrow().source()).isTrue();
        }

        @Test
        void nothingWaitsForNobody() {
            refused(() -> set(Optional.of(true), Optional.empty(), Optional.of(0L)), "can't wait for 0");
        }

        @Test
        void withoutThePluginsItSaysSo() {
            estate.db1.semiSync = Optional.empty();
            refused(() -> set(Optional.of(true), Optional.empty(), Optional.empty()), "has not got the plugins");
        }
    }

    @Nested
    class SemiSynchronousAgain {
        private final SemiSync both = new SemiSync(true, true, 2, Duration.ofHours(10));

        private void resume(Optional<MySqlServer> asOn) {
            words.resumeSemiSync(estate.call, estate.cluster(), estate.db1, asOn);
        }

        @Test
        void whereNobodyWaitedNobodyWaits() {
            resume(Optional.empty());

            assertThat(estate.db1.calls).isEmpty();
            assertThat(estate.call.done).anyMatch(line -> line.contains("wait for nobody, as before"));
        }

        @Test
        void commitsWaitForAsManyAsCanAcknowledge() {
            estate.db1.semiSync = Optional.of(both.source(false));
            estate.db3.answer = Answer.REFUSED;
            resume(Optional.empty());

            assertThat(estate.db1.semiSync).contains(new SemiSync(true, true, 1, Duration.ofHours(10)));
            assertThat(estate.db2.semiSync.orElseThrow().replica()).isTrue();
        }

        @Test
        void anOldPrimaryThatAnswersIsAsked() {
            estate.db1.semiSync = Optional.of(SemiSync.OFF.replica(true));
            resume(Optional.of(estate.db2));
            assertThat(estate.db1.calls).isEmpty();

            estate.db2.semiSync = Optional.of(new SemiSync(true, false, 1, Duration.ofSeconds(7)));
            resume(Optional.of(estate.db2));
            assertThat(estate.db1.semiSync).contains(new SemiSync(true, true, 1, Duration.ofSeconds(7)));
        }

        @Test
        void withoutReplicasCommitsWaitForNobody() {
            estate.db1.semiSync = Optional.of(both.source(false));
            estate.db2.answer = Answer.REFUSED;
            estate.db3.semiSync = Optional.empty();
            resume(Optional.empty());

            assertThat(estate.db1.calls).isEmpty();
            assertThat(estate.call.done).anyMatch(line -> line.contains("no replica that can acknowledge"));
        }
    }
}
