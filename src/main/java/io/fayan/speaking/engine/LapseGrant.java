package io.fayan.speaking.engine;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.application.GrantDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Clause 3.1.d: a grant ends with its window. */
@Component
class LapseGrant implements JavaDelegate {

    private final GrantDesk grants;

    LapseGrant(GrantDesk grants) {
        this.grants = grants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        grants.lapse(new BusinessNumber(execution.getProcessBusinessKey()));
    }
}
