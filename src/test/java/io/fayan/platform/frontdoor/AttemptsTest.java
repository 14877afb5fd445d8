package io.fayan.platform.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a command whose transaction lost a lock to another one. */
class AttemptsTest {

    private AnnotationConfigApplicationContext context;
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        context = new AnnotationConfigApplicationContext(Office.class);
        jdbc = JdbcClient.create(context.getBean(DataSource.class));
        jdbc.sql("create table written (number int primary key)").update();
    }

    @AfterEach
    void end() {
        jdbc.sql("drop table written").update();
        context.close();
    }

    @Test
    void a_command_that_lost_a_lock_begins_again_and_has_its_effect_once() {
        var desk = context.getBean(Desk.class);

        assertThat(desk.losesTwiceThenWins()).isEqualTo("won");

        assertThat(desk.calls()).isEqualTo(3);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_twin_that_was_faster_is_found_by_the_next_attempt() {
        var desk = context.getBean(Desk.class);
        jdbc.sql("insert into written values (7)").update();

        assertThat(desk.writesUnlessWritten(7)).isEqualTo("there already");
        assertThat(desk.calls()).isEqualTo(2);
    }

    @Test
    void the_fifth_loss_is_the_last() {
        var desk = context.getBean(Desk.class);

        assertThatThrownBy(desk::neverWins).isInstanceOf(CannotAcquireLockException.class);

        assertThat(desk.calls()).isEqualTo(5);
        assertThat(rows()).isZero();
    }

    @Test
    void only_the_outermost_transaction_is_repeated() {
        var desk = context.getBean(Desk.class);
        var counter = context.getBean(Counter.class);

        assertThatThrownBy(() -> counter.asks(desk)).isInstanceOf(CannotAcquireLockException.class);

        assertThat(counter.calls()).isEqualTo(5);
        assertThat(desk.calls()).isEqualTo(5);
    }

    @Test
    void another_fault_is_not_tried_again() {
        var desk = context.getBean(Desk.class);

        assertThatThrownBy(desk::breaks).isInstanceOf(IllegalStateException.class);

        assertThat(desk.calls()).isEqualTo(1);
    }

    private long rows() {
        return jdbc.sql("select count(*) from written").query(Long.class).single();
    }

    static class Counter {
        private int calls;

        public int calls() {
            return calls;
        }

        @Transactional
        public void asks(Desk desk) {
            calls++;
            desk.neverWins();
        }
    }

    @Transactional
    static class Desk {
        private final JdbcClient jdbc;
        private int calls;

        Desk(DataSource database) {
            this.jdbc = JdbcClient.create(database);
        }

        public String losesTwiceThenWins() {
            jdbc.sql("insert into written values (?)").param(++calls).update();
            if (calls < 3) {
                throw new CannotAcquireLockException("another was faster");
            }
            return "won";
        }

        /** The first look is before the twin's commit. */
        public String writesUnlessWritten(int number) {
            if (++calls > 1
                    && jdbc.sql("select count(*) from written where number = ?")
                                    .param(number)
                                    .query(Long.class)
                                    .single()
                            > 0) {
                return "there already";
            }
            jdbc.sql("insert into written values (?)").param(number).update();
            return "written";
        }

        public int calls() {
            return calls;
        }

        public void neverWins() {
            jdbc.sql("insert into written values (?)").param(++calls).update();
            throw new CannotAcquireLockException("another was faster");
        }

        public void breaks() {
            calls++;
            throw new IllegalStateException();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import(Attempts.class)
    static class Office {
        @Bean
        DataSource database() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }

        @Bean
        JdbcTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        Desk desk(DataSource database) {
            return new Desk(database);
        }

        @Bean
        Counter counter() {
            return new Counter();
        }
    }
}
