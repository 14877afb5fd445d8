package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.persistence.SpeakingRequests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where use cases take a request from and put it back: locked, and with its facts told. */
@Component
class Ledger {

    private final SpeakingRequests requests;
    private final ApplicationEventPublisher events;

    Ledger(SpeakingRequests requests, ApplicationEventPublisher events) {
        this.requests = requests;
        this.events = events;
    }

    SpeakingRequest open(BusinessNumber number) {
        return requests.findForChange(number.value())
                .orElseThrow(() -> new IllegalArgumentException("No request " + number));
    }

    SpeakingRequest read(BusinessNumber number) {
        return requests.find(number.value()).orElseThrow(() -> new IllegalArgumentException("No request " + number));
    }

    void keep(SpeakingRequest request) {
        requests.save(request);
        request.takeFacts().forEach(events::publishEvent);
    }
}
