package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowKeyTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "id=7|`id` = 7",
            "id=-7, part='a, b=c'|`id` = -7 AND `part` = 'a, b=c'",
            "name='it''s \\\\ so'|`name` = 'it''s \\\\ so'",
            "code=0x00ff|`code` = 0x00ff",
            "code=0x|`code` = ''",
            "price=1.50|`price` = 1.50",
            "o`dd=1|`o``dd` = 1"})
    void aKeyBecomesACondition(String key, String condition) {
        assertThat(RowKey.read("shop.orders", key).condition()).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id", "id=", "id=7 OR 1=1", "id=NULL", "name='x' OR 'a'='a'", "name='x\\' OR 1=1 -- '",
            "id=7, ", "id=7;DROP TABLE x", "name='long… (cut: 70000 characters)", "id=1,b=2"})
    void whatIsNotCertainToBeOneIsRefused(String key) {
        assertThatThrownBy(() -> RowKey.read("shop.orders", key))
                .hasMessageContaining("A row of `shop.orders` can't be told by its key");
    }
}
