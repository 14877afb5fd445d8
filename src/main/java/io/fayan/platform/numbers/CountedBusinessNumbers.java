package io.fayan.platform.numbers;

import com.zaxxer.hikari.HikariDataSource;
import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.WorkCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The counter rows. They are raised over two connections of their own: a command already holds one of the shared pool while
 * it asks for a number, and twenty such commands waiting for a second one from the same pool would wait for each other.
 */
@Component
class CountedBusinessNumbers implements BusinessNumbers, DisposableBean {

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2}");
    private static final int ATTEMPTS = 5;

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final ObjectProvider<WorkCalendar> calendar;

    CountedBusinessNumbers(JdbcConnectionDetails database, Clock clock, ObjectProvider<WorkCalendar> calendar) {
        connections.setPoolName("numbers");
        connections.setJdbcUrl(database.getJdbcUrl());
        connections.setUsername(database.getUsername());
        connections.setPassword(database.getPassword());
        connections.setDriverClassName(database.getDriverClassName());
        connections.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        connections.setMaximumPoolSize(2);
        connections.setMinimumIdle(0);
        ownTransaction = new TransactionTemplate(new DataSourceTransactionManager(connections));
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public BusinessNumber next(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("A business number begins with two capital letters");
        }
        var year = LocalDate.ofInstant(clock.instant(), calendar.getObject().zone())
                .getYear();
        return BusinessNumber.of(prefix, year, raised(prefix, year));
    }

    private long raised(String prefix, int year) {
        for (var attempt = 1; ; attempt++) {
            try {
                return ownTransaction.execute(status -> raise(prefix, year));
            } catch (DuplicateKeyException | PessimisticLockingFailureException somebodyWroteTheFirstRow) {
                if (attempt == ATTEMPTS) {
                    throw somebodyWroteTheFirstRow;
                }
            }
        }
    }

    private long raise(String prefix, int year) {
        var raised = jdbc.sql(
                        "update number_counter set last_number = last_number + 1 where prefix = ? and year_of = ?")
                .params(prefix, year)
                .update();
        if (raised == 0) {
            jdbc.sql("insert into number_counter (prefix, year_of, last_number) values (?, ?, 1)")
                    .params(prefix, year)
                    .update();
            return 1;
        }
        return jdbc.sql("select last_number from number_counter where prefix = ? and year_of = ?")
                .params(prefix, year)
                .query(Long.class)
                .single();
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
