package io.fayan.platform.security;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Sessions are rows. Tasklist sends many requests at once on a fresh session and each writes the same attribute: written as
 * "insert or replace", or the second one fails on the primary key.
 */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesMayBeWrittenTwice(DataSource source)
            throws MetaDataAccessException {
        var product = JdbcUtils.extractDatabaseMetaData(source, meta -> meta.getDatabaseProductName());
        if (DatabaseDriver.fromProductName(product) == DatabaseDriver.MYSQL) {
            return new MySqlJdbcIndexedSessionRepositoryCustomizer();
        }
        return sessions -> sessions.setCreateSessionAttributeQuery(
                "merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)"
                        + " key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)");
    }
}
