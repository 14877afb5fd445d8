package io.fayan.speaking.engine;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.application.GrantDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Clause 3.1.d: nothing is ever approved by itself. */
@Component
class ExpireRequest implements JavaDelegate {

    private final GrantDesk grants;

    ExpireRequest(GrantDesk grants) {
        this.grants = grants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        grants.expire(new BusinessNumber(execution.getProcessBusinessKey()));
    }
}
