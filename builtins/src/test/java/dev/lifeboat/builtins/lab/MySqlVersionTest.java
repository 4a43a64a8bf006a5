package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MySqlVersionTest {

    @Test
    void isReadFromWhatAServerTells() {
        assertThat(MySqlVersion.in("/usr/sbin/mysqld  Ver 9.7.4-2 for Linux on x86_64 ((Debian))"))
                .contains(new MySqlVersion(9, 7, 4));
        assertThat(MySqlVersion.in("mysqld  Ver 8.0.31 for Linux on x86_64 (MySQL Community Server - GPL)"))
                .contains(new MySqlVersion(8, 0, 31));
    }

    @Test
    void mariaDbIsNotOne() {
        assertThat(MySqlVersion.in("mysqld  Ver 10.11.6-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)"))
                .isEmpty();
        assertThat(MySqlVersion.in("command not found")).isEmpty();
    }

    @Test
    void ordersByNumberNotByText() {
        assertThat(new MySqlVersion(8, 0, 9)).isLessThan(MySqlVersion.OLDEST);
        assertThat(new MySqlVersion(8, 4, 0)).isGreaterThan(MySqlVersion.OLDEST);
        assertThat(new MySqlVersion(10, 0, 0)).isGreaterThan(new MySqlVersion(9, 7, 4));
        assertThat(new MySqlVersion(8, 1, 99).isBefore(8, 2, 0)).isTrue();
    }
}
