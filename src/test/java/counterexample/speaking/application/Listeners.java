package counterexample.speaking.application;

import io.fayan.audit.VerifyAuditCommand;
import io.fayan.kernel.DomainEvent;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

@Async
public class Listeners {
    @TransactionalEventListener
    void on(DomainEvent event) {
        VerifyAuditCommand.wanted(event.name());
    }
}
