package org.kolsuite.platform.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pool with an end to every wait: the driver alone would try to connect for a minute, and let callers queue for
 * connections for half of one, so that a database that is gone would be noticed when everybody has given up (CASES E11).
 */
@Singleton
class ImpatientPool implements PgPoolCreator {
    @Inject
    @ConfigProperty(name = "kol.postgres.connect-timeout")
    Duration connectTimeout;

    @Inject
    @ConfigProperty(name = "kol.postgres.patience")
    Duration patience;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                        .setTcpKeepAlive(true));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(Math.toIntExact(patience.toMillis()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(new ArrayList<SqlConnectOptions>(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
