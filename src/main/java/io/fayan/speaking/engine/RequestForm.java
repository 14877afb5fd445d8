package io.fayan.speaking.engine;

import io.fayan.kernel.PersonId;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.StartForm;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.application.Filing;
import io.fayan.speaking.application.FilingContexts;
import io.fayan.speaking.application.RequestDesk;
import org.springframework.stereotype.Component;

/** Somebody asks to speak for the company. Clause 3.1.d. */
@Component
class RequestForm implements StartForm<Filing> {

    private final RequestDesk desk;
    private final FilingContexts contexts;

    RequestForm(RequestDesk desk, FilingContexts contexts) {
        this.desk = desk;
        this.contexts = contexts;
    }

    @Override
    public String process() {
        return AuthoriseSpeaking.PROCESS;
    }

    @Override
    public Class<Filing> submission() {
        return Filing.class;
    }

    @Override
    public Object context(PersonId person) {
        return contexts.filing(person);
    }

    @Override
    public Outcome submit(PersonId person, Filing submission) {
        return desk.file(person, submission);
    }
}
