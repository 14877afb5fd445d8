package io.fayan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.notification.Notifications.Kind;
import io.fayan.notification.Notifications.Label;
import io.fayan.notification.application.Inbox;
import io.fayan.notification.application.Inbox.Line;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.support.Colleagues;
import io.fayan.support.WiringTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WiringTest
class NotificationsTest {

    private static final BusinessNumber MATTER = new BusinessNumber("ZN-2026-000001");

    @Autowired
    Notifications notifications;

    @Autowired
    Inbox inbox;

    @Autowired
    Colleagues colleagues;

    @Autowired
    InboxMatters matters;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private PersonId reader;
    private PersonId colleague;

    @BeforeEach
    void people() {
        reader = colleagues.bring("ZN-reader");
        colleague = colleagues.bring("ZN-colleague");
        clock.moveTo(Instant.parse("2026-03-04T02:00:00Z"));
    }

    @AfterEach
    void tidy() {
        clock.release();
        matters.shutOut.clear();
        jdbc.sql("delete from notification_message where person like 'ZN-%'").update();
        colleagues.letGo(reader, colleague);
    }

    @Test
    void a_message_is_told_once_however_often_it_is_said() {
        tell(reader, "once");
        tell(reader, "once");
        tell(reader, "twice");
        tell(colleague, "once");
        assertThat(inbox.unread(reader)).isEqualTo(2);
        assertThat(inbox.unread(colleague)).isEqualTo(1);
    }

    @Test
    void a_message_said_twice_leaves_the_command_whole() {
        tell(reader, "once");
        inTransaction(() -> {
            notifications.tell(reader, Kind.PROGRESS, MATTER, "notification.wordless", List.of(), "once");
            notifications.tell(reader, Kind.PROGRESS, MATTER, "notification.wordless", List.of(), "more");
        });
        assertThat(inbox.unread(reader)).isEqualTo(2);
    }

    @Test
    void two_commands_that_tell_the_same_at_the_same_moment_both_succeed() throws Exception {
        var together = new CyclicBarrier(6);
        Callable<Boolean> command = () -> {
            together.await();
            tell(reader, "at once");
            return true;
        };
        var threads = Executors.newFixedThreadPool(6);
        try {
            for (var result : threads.invokeAll(java.util.Collections.nCopies(6, command))) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(inbox.unread(reader)).isEqualTo(1);
    }

    @Test
    void a_command_that_rolls_back_tells_nobody() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            notifications.tell(reader, Kind.PROGRESS, MATTER, "notification.wordless", List.of(), "lost");
            status.setRollbackOnly();
        });
        assertThat(inbox.unread(reader)).isZero();
    }

    @Test
    void nothing_is_told_outside_a_command_and_nothing_to_the_system() {
        assertThatThrownBy(() ->
                        notifications.tell(reader, Kind.PROGRESS, MATTER, "notification.wordless", List.of(), "alone"))
                .isInstanceOf(IllegalTransactionStateException.class);
        tell(PersonId.SYSTEM, "to nobody");
        assertThat(inbox.unread(PersonId.SYSTEM)).isZero();
    }

    @Test
    void peoples_texts_are_no_arguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inTransaction(() -> notifications.tell(
                        reader, Kind.PROGRESS, MATTER, "notification.wordless", List.of("my own words"), "text")));
    }

    @Test
    void arguments_are_written_as_the_readers_language_writes_them() {
        inTransaction(() -> notifications.tell(
                reader,
                Kind.ESCALATION,
                MATTER,
                "notification.step.escalated",
                List.of(new Label("role.LEGAL"), Instant.parse("2026-03-03T10:00:00Z"), colleague),
                "words"));
        assertThat(only(Locale.ENGLISH).text())
                .isEqualTo("“Legal” of ZN-colleague Test was due Tue 3 Mar, 18:00 and is still open."
                        + " Please help, or hand it to somebody else.");
        assertThat(only(Locale.forLanguageTag("zh-CN")).text()).contains("“法务”").contains("3月3日（周二）18:00");
        assertThat(only(Locale.forLanguageTag("zh-TW")).text()).contains("「法務」");
    }

    @Test
    void a_role_is_a_code_too() {
        inTransaction(() -> notifications.tell(
                reader,
                Kind.REMINDER,
                null,
                "notification.step.half",
                List.of(Role.LEGAL, Instant.parse("2025-03-03T10:00:00Z")),
                "role"));
        var line = only(Locale.ENGLISH);
        assertThat(line.text()).isEqualTo("Half of the time for “Legal” has passed. It is due Mon 3 Mar 2025, 18:00.");
        assertThat(line.number()).isNull();
    }

    @Test
    void the_subject_is_shown_only_while_the_reader_may_see_the_matter() {
        tell(reader, "subject");
        assertThat(only(Locale.ENGLISH).subject()).isEqualTo("Panel at the Auto Show");
        assertThat(only(Locale.ENGLISH).path()).isEqualTo("/test/ZN-2026-000001");

        matters.shutOut.add(reader);
        assertThat(only(Locale.ENGLISH).subject()).isNull();
        assertThat(only(Locale.ENGLISH).path()).isNull();
        assertThat(only(Locale.ENGLISH).number()).as("the number may be quoted").isEqualTo("ZN-2026-000001");
    }

    @Test
    void a_message_whose_words_are_gone_does_not_break_the_inbox() {
        inTransaction(() -> notifications.tell(reader, Kind.RESULT, null, "notification.noSuchKey", List.of(), "gone"));
        assertThat(only(Locale.ENGLISH).text()).contains("older version");
    }

    @Test
    void messages_are_read_one_by_one_or_all_that_were_seen_and_only_by_their_reader() {
        tell(reader, "first");
        var first = only(Locale.ENGLISH);
        inbox.read(colleague, first.id());
        assertThat(inbox.unread(reader)).isEqualTo(1);
        inbox.read(reader, first.id());
        assertThat(inbox.unread(reader)).isZero();
        assertThat(inbox.find(colleague, first.id(), Locale.ENGLISH)).isEmpty();
        assertThat(inbox.find(reader, UUID.randomUUID(), Locale.ENGLISH)).isEmpty();

        tell(reader, "second");
        var seen = clock.instant();
        clock.moveTo(seen.plusSeconds(5));
        tell(reader, "came later");
        inbox.readAll(reader, seen);
        assertThat(inbox.list(reader, true, 0, 10, Locale.ENGLISH).total()).isEqualTo(1);
        assertThat(inbox.list(reader, false, 0, 10, Locale.ENGLISH).lines()).hasSize(3);
        assertThat(inbox.list(reader, false, 0, 10, Locale.ENGLISH)
                        .lines()
                        .get(0)
                        .unread())
                .as("the newest first")
                .isTrue();
    }

    private Line only(Locale language) {
        var lines = inbox.list(reader, false, 0, 10, language).lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private void tell(PersonId to, String dedupKey) {
        inTransaction(
                () -> notifications.tell(to, Kind.PROGRESS, MATTER, "notification.wordless", List.of(), dedupKey));
    }

    private void inTransaction(Runnable command) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> command.run());
    }
}
