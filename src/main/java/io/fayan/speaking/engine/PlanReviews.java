package io.fayan.speaking.engine;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.application.ReviewDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Clause 3.1.d, 3.1.e. */
@Component
class PlanReviews implements JavaDelegate {

    private final ReviewDesk reviews;

    PlanReviews(ReviewDesk reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(reviews.plan(new BusinessNumber(execution.getProcessBusinessKey())));
    }
}
