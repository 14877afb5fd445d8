package io.fayan.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The database under the wiring tests: H2 in memory, or with {@code -Dfayan.test.database=mysql} a schema of its own on the
 * server that {@code MYSQL_URL} names. A missing server fails the tests and says what to start.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "fayan_test_" + ProcessHandle.current().pid();
    private static int databases;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = "mysql".equals(System.getProperty("fayan.test.database")) ? mysql() : h2();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", settings));
    }

    private static synchronized Map<String, Object> h2() {
        return Map.of(
                "spring.datasource.url", "jdbc:h2:mem:" + NAME + "_" + databases++ + ";DB_CLOSE_DELAY=-1",
                "spring.datasource.username", "fayan",
                "spring.datasource.password", "fayan");
    }

    private static synchronized Map<String, Object> mysql() {
        var server = required("MYSQL_URL");
        var user = required("MYSQL_USER");
        var password = required("MYSQL_PASSWORD");
        var schema = NAME + "_" + databases++;
        try (var connection = DriverManager.getConnection(server, user, password);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + schema);
            statement.execute("create database " + schema + " character set utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "No MySQL answers at MYSQL_URL: start one with tools/mysql-server start DIR", e);
        }
        return Map.of(
                "spring.datasource.url",
                server.substring(0, server.lastIndexOf('/') + 1)
                        + schema
                        + "?useLocalSessionState=true&rewriteBatchedStatements=true&cachePrepStmts=true&nullDatabaseMeansCurrent=true",
                "spring.datasource.username",
                user,
                "spring.datasource.password",
                password);
    }

    private static String required(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "The MySQL tests need " + variable
                            + ": run tools/verify, or start a server with tools/mysql-server start DIR and export what it prints");
        }
        return value;
    }
}
