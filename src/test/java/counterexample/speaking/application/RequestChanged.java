package counterexample.speaking.application;

import counterexample.speaking.persistence.RequestHelper;
import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import java.time.Instant;
import java.util.Map;

public class RequestChanged implements DomainEvent {

    private RequestHelper request;

    @Override
    public String chain() {
        return "SR-2026-000001";
    }

    @Override
    public String name() {
        return "speaking.requestChanged";
    }

    @Override
    public PersonId actor() {
        return PersonId.SYSTEM;
    }

    @Override
    public Instant at() {
        return Instant.EPOCH;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }
}
