package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.mysql.GivenCatalogs;
import dev.lifeboat.builtins.mysql.LabCatalogs;
import dev.lifeboat.builtins.mysql.ServerCatalogContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** On each version of MySQL that can be had here. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.lifeboat.builtins.lab.MySqlDistribution#all")
class JdbcServerCatalogIT extends ServerCatalogContract {
    private static LabCatalogs catalogs;

    @Parameter
    MySqlDistribution distribution;

    @BeforeParameterizedClassInvocation
    static void start(MySqlDistribution distribution) throws Exception {
        catalogs = LabCatalogs.start(distribution);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        if (catalogs != null) {
            catalogs.close();
        }
        catalogs = null;
    }

    @BeforeEach
    void makeWell() throws Exception {
        catalogs.well();
    }

    @Override
    public GivenCatalogs given() {
        return catalogs;
    }
}
