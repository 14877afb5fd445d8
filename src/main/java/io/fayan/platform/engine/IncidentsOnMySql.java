package io.fayan.platform.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes one foreign key off the engine's incidents. An incident points at itself twice, each time with a cascade, and MySQL
 * 9.7 follows both until it gives up: no incident could be deleted, so no failed job could ever run again.
 */
@Component
class IncidentsOnMySql extends AbstractProcessEnginePlugin {

    private static final String TABLE = "ACT_RU_INCIDENT";
    private static final String KEY = "ACT_FK_INC_RCAUSE";

    private final JdbcClient jdbc;

    IncidentsOnMySql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        if (!DbSqlSessionFactory.MYSQL.equals(configuration.getDatabaseType()) || !isThere()) {
            return;
        }
        try {
            jdbc.sql("alter table " + TABLE + " drop foreign key " + KEY).update();
        } catch (DataAccessException e) {
            LoggerFactory.getLogger(IncidentsOnMySql.class).debug("Dropped by another node", e);
        }
        if (isThere()) {
            throw new IllegalStateException(
                    "Failed jobs could not run again: let the database's user drop the foreign key " + KEY + " of "
                            + TABLE);
        }
    }

    private boolean isThere() {
        return jdbc.sql("select count(*) from information_schema.REFERENTIAL_CONSTRAINTS"
                                + " where CONSTRAINT_SCHEMA = database() and TABLE_NAME = ? and CONSTRAINT_NAME = ?")
                        .params(TABLE, KEY)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
