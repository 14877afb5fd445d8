package io.fayan.notification.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.notification.Notifications.Kind;
import io.fayan.notification.domain.Argument;
import io.fayan.notification.domain.Message;
import io.fayan.notification.persistence.MessageRows;
import io.fayan.platform.security.PersonDirectory;
import io.fayan.platform.web.MatterPage;
import io.fayan.platform.web.Texts;
import io.fayan.platform.web.Times;
import io.fayan.platform.worklist.Matters;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's messages in words. Nobody reads another's. */
@Service
public class Inbox {

    private final MessageRows messages;
    private final Matters matters;
    private final PersonDirectory people;
    private final Texts texts;
    private final Times times;
    private final Clock clock;

    Inbox(MessageRows messages, Matters matters, PersonDirectory people, Texts texts, Times times, Clock clock) {
        this.messages = messages;
        this.matters = matters;
        this.people = people;
        this.texts = texts;
        this.times = times;
        this.clock = clock;
    }

    /**
     * A message as its reader sees it.
     *
     * @param number of the matter; null when it is about none
     * @param subject of the matter, as it reads now; null when there is none or the reader may not see it (any more)
     * @param path of the matter's page; null with the subject
     */
    public record Line(
            UUID id,
            Kind kind,
            String text,
            @Nullable String number,
            @Nullable String subject,
            @Nullable String path,
            Instant at,
            boolean unread) {}

    public record Lines(List<Line> lines, long total) {}

    @Transactional(readOnly = true)
    public long unread(PersonId person) {
        return messages.count(person, true);
    }

    /** One page, newest first. */
    @Transactional(readOnly = true)
    public Lines list(PersonId person, boolean unreadOnly, int first, int max, Locale language) {
        var page = messages.list(person, unreadOnly, first, max);
        return new Lines(lines(person, page, language), messages.count(person, unreadOnly));
    }

    @Transactional(readOnly = true)
    public Optional<Line> find(PersonId person, UUID id, Locale language) {
        return messages.find(person, id)
                .map(message -> lines(person, List.of(message), language).get(0));
    }

    @Transactional
    public void read(PersonId person, UUID id) {
        messages.read(person, id, clock.instant());
    }

    /** @param until up to which moment the reader has seen the list */
    @Transactional
    public void readAll(PersonId person, Instant until) {
        messages.readAll(person, until, clock.instant());
    }

    private List<Line> lines(PersonId person, List<Message> page, Locale language) {
        var names = people.find(page.stream()
                .flatMap(message -> message.arguments().stream())
                .filter(argument -> argument.type() == Argument.Type.PERSON)
                .map(argument -> new PersonId(argument.value()))
                .collect(Collectors.toSet()));
        var visible = new HashMap<BusinessNumber, Optional<MatterPage>>();
        return page.stream()
                .map(message -> line(person, message, names, visible, language))
                .toList();
    }

    private Line line(
            PersonId person,
            Message message,
            Map<PersonId, PersonDirectory.Entry> names,
            Map<BusinessNumber, Optional<MatterPage>> visible,
            Locale language) {
        var matter = message.matter();
        var page = matter == null
                ? Optional.<MatterPage>empty()
                : visible.computeIfAbsent(
                        matter, number -> matters.page(number).filter(owner -> owner.visibleTo(person, number)));
        return new Line(
                message.id(),
                message.kind(),
                text(message, names, language),
                matter == null ? null : matter.value(),
                page.map(owner -> owner.subject(matter)).orElse(null),
                page.map(owner -> owner.path(matter)).orElse(null),
                message.at(),
                message.unread());
    }

    private String text(Message message, Map<PersonId, PersonDirectory.Entry> names, Locale language) {
        try {
            return texts.in(
                    language,
                    message.key(),
                    message.arguments().stream()
                            .map(argument -> inWords(argument, names, language))
                            .toArray());
        } catch (NoSuchMessageException fromAnOlderVersion) {
            return texts.in(language, "notification.wordless");
        }
    }

    private Object inWords(Argument argument, Map<PersonId, PersonDirectory.Entry> names, Locale language) {
        var value = argument.value();
        return switch (argument.type()) {
            case NUMBER -> new BigDecimal(value);
            case MOMENT -> times.dateTime(Instant.parse(value), language);
            case DAY -> times.date(LocalDate.parse(value), language);
            case MATTER -> value;
            case LABEL -> texts.in(language, value);
            case PERSON -> {
                var entry = names.get(new PersonId(value));
                yield entry == null ? value : entry.name();
            }
        };
    }
}
