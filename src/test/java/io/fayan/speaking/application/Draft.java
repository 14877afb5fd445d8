package io.fayan.speaking.application;

import io.fayan.kernel.PersonId;
import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.SpeakingAs;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A harmless post on the company's account, from tomorrow on for a week; a test says what is different. */
final class Draft {

    private String text = "A text";
    private Channel channel = Channel.COMPANY_ACCOUNT;
    private @Nullable String account = Office.COMPANY_ACCOUNT;
    private @Nullable String occasion;
    private Set<ContentClass> classes = Set.of(ContentClass.GENERAL);
    private Audience audience = Audience.PUBLIC;
    private List<UUID> attachments = List.of();
    private String from = "2026-11-24T09:00";
    private String until = "2026-12-01T18:00";
    private boolean urgent;
    private @Nullable String urgentReason;
    private @Nullable String speaker;

    static Draft of(String text) {
        var draft = new Draft();
        draft.text = text;
        return draft;
    }

    static Draft about(ContentClass... classes) {
        var draft = new Draft();
        draft.classes = Set.of(classes);
        return draft;
    }

    Draft on(Channel where, @Nullable String code) {
        channel = where;
        account = code;
        return this;
    }

    Draft at(@Nullable String event) {
        channel = Channel.OCCASION;
        account = null;
        occasion = event;
        return this;
    }

    Draft to(Audience listeners) {
        audience = listeners;
        return this;
    }

    Draft spokenBy(PersonId person) {
        return spokenBy(person.value());
    }

    Draft spokenBy(String personnelNumber) {
        speaker = personnelNumber;
        return this;
    }

    Draft with(UUID... files) {
        attachments = List.of(files);
        return this;
    }

    Draft between(String start, String end) {
        from = start;
        until = end;
        return this;
    }

    Draft urgentBecause(@Nullable String reason) {
        urgent = true;
        return reason(reason);
    }

    Draft reason(@Nullable String reason) {
        urgentReason = reason;
        return this;
    }

    Filing filing() {
        return new Filing(
                channel,
                account,
                occasion,
                " A title ",
                text,
                attachments,
                SpeakingAs.COMPANY,
                classes,
                audience,
                "A purpose",
                LocalDateTime.parse(from),
                LocalDateTime.parse(until),
                urgent,
                urgentReason,
                speaker);
    }
}
