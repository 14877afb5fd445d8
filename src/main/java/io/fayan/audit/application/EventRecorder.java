package io.fayan.audit.application;

import io.fayan.audit.domain.AuditEntry;
import io.fayan.audit.persistence.AuditRows;
import io.fayan.kernel.DomainEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every fact becomes an entry of its chain, in the transaction that made it a fact: both stay or neither. */
@Component
class EventRecorder {

    private final AuditRows rows;

    EventRecorder(AuditRows rows) {
        this.rows = rows;
    }

    /** Mandatory: an event outside a transaction would be proved without being true. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DomainEvent event) {
        var head = rows.lockedHead(event.chain());
        rows.append(AuditEntry.after(head.head(), head.entries(), event));
    }
}
