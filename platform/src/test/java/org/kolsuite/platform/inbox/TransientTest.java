package org.kolsuite.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.contracts.money.UnknownCurrency;

class TransientTest {
    /** 53100 is a full disk, 53200 no memory, 53300 no connection left. */
    @ParameterizedTest
    @ValueSource(
            strings = {"53100", "53200", "53300", "08006", "40001", "40P01", "57P01", "57P03", "55P03", "25P03", "25P04"
            })
    void e12_whatPassesByItselfIsTriedAgain(String state) {
        assertThat(Transient.isTransient(new CompletionException(pg(state)))).isTrue();
    }

    @Test
    void e12_aFullDiskPassesAlsoAsHibernateAndJdbcTellIt() {
        SQLException full = new SQLException("could not extend file", "53100");
        assertThat(Transient.isTransient(full)).isTrue();
        assertThat(Transient.isTransient(new CompletionException(new GenericJDBCException("error executing", full))))
                .isTrue();
        assertThat(Transient.isTransient(new GenericJDBCException("error executing", new SQLException("", "XX000"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "42501", "22001", "XX000"})
    void whatTryingAgainWontMendIsNot(String state) {
        assertThat(Transient.isTransient(new CompletionException(pg(state)))).isFalse();
    }

    @Test
    void whoInsertedTheSameRowAtTheSameMomentIsMetOnlyOnce() {
        assertThat(Transient.isClash(new CompletionException(pg("23505")))).isTrue();
        assertThat(Transient.isClash(new ConstraintViolationException(
                        "error executing", new SQLException("", "23505"), "note_pkey")))
                .isTrue();
        assertThat(Transient.isClash(new CompletionException(pg("23514")))).isFalse();
    }

    @Test
    void silenceAndRefusedConnectionsPass() {
        assertThat(Transient.isTransient(new TimeoutException())).isTrue();
        assertThat(Transient.isTransient(new ConnectException())).isTrue();
        assertThat(Transient.isTransient(new NoStackTraceThrowable("Timeout"))).isTrue();
    }

    @Test
    void aRefusalDoesNotPass() {
        assertThat(Transient.isTransient(new UnknownCurrency("XXX"))).isFalse();
    }

    private static PgException pg(String state) {
        return new PgException("could not extend file", "ERROR", state, "No space left on device");
    }
}
