package io.fayan.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class WaitingFiguresTest {

    @Test
    void without_a_database_no_figure_is_known_and_a_scrape_waits_for_it_once() {
        var asked = new AtomicInteger();
        var gone = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                throw new SQLException("gone");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
        var registry = new SimpleMeterRegistry();
        new WaitingFigures(JdbcClient.create(gone), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).bindTo(registry);

        assertThat(registry.getMeters()).hasSize(6).allSatisfy(meter -> assertThat(
                        registry.get(meter.getId().getName()).gauge().value())
                .isNaN());
        assertThat(asked).hasValue(1);
    }
}
