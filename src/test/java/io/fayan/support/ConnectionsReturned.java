package io.fayan.support;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Whoever keeps a connection stops the product when the pool is empty: after each class all have come back. */
class ConnectionsReturned implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext test) {
        var pool = SpringExtension.getApplicationContext(test)
                .getBean(HikariDataSource.class)
                .getHikariPoolMXBean();
        await("connections that nobody gives back")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> pool.getActiveConnections() == 0);
    }
}
