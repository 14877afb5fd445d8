package io.fayan.speaking.engine;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.application.GrantDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Clause 3.1.d. */
@Component
class IssueGrant implements JavaDelegate {

    private final GrantDesk grants;

    IssueGrant(GrantDesk grants) {
        this.grants = grants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        grants.issue(new BusinessNumber(execution.getProcessBusinessKey()));
    }
}
