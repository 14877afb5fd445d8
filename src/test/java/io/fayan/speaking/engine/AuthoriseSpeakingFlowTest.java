package io.fayan.speaking.engine;

import static io.fayan.speaking.AuthoriseSpeaking.ANSWER_QUESTION;
import static io.fayan.speaking.AuthoriseSpeaking.CORRECT_REQUEST;
import static io.fayan.speaking.AuthoriseSpeaking.EXAMINE_DIFFERENCE;
import static io.fayan.speaking.AuthoriseSpeaking.REPORT_PUBLICATION;
import static io.fayan.speaking.AuthoriseSpeaking.REVIEW_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.fayan.kernel.BusinessNumber;
import io.fayan.speaking.AuthoriseSpeaking;
import io.fayan.speaking.application.GrantDesk;
import io.fayan.speaking.application.ReviewDesk;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order of steps alone: the real model and delegates, the use cases mocked. Every node of the model is passed. */
@Deployment(resources = "processes/speaking/authorise-speaking.bpmn")
class AuthoriseSpeakingFlowTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = ProcessEngineCoverageExtension.builder(engine())
            .assertClassCoverageAtLeast(1.0)
            .build();

    private static final BusinessNumber NUMBER = new BusinessNumber("SR-2026-000001");
    private static final Date LATER = Date.from(Instant.parse("2040-01-01T00:00:00Z"));
    private static final String MANAGERS = UUID.randomUUID().toString();
    private static final String COMMUNICATIONS = UUID.randomUUID().toString();

    private final ReviewDesk reviews = mock(ReviewDesk.class);
    private final GrantDesk grants = mock(GrantDesk.class);
    private final ReviewPlan plan = mock(ReviewPlan.class);

    private static ProcessEngineConfigurationImpl engine() {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:flow-" + UUID.randomUUID());
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        return configuration;
    }

    @BeforeEach
    void desks() {
        Mocks.register("planReviews", new PlanReviews(reviews));
        Mocks.register("issueGrant", new IssueGrant(grants));
        Mocks.register("expireRequest", new ExpireRequest(grants));
        Mocks.register("lapseGrant", new LapseGrant(grants));
        Mocks.register("reviewPlan", plan);
        when(reviews.plan(NUMBER)).thenReturn(Map.of(ReviewDesk.VERDICT, "open", ReviewDesk.ROUND_OVER, false));
        when(plan.openReviews(any())).thenReturn(List.of(MANAGERS, COMMUNICATIONS));
        when(plan.assignee(any())).thenReturn("F0003");
        when(plan.group(any())).thenReturn(List.of());
        when(plan.due(any())).thenReturn(LATER);
        when(plan.answerDue(any())).thenReturn(LATER);
        when(plan.correctionDue(any())).thenReturn(LATER);
        when(plan.publicationDue(any())).thenReturn(LATER);
        when(plan.examinationDue(any())).thenReturn(LATER);
        when(plan.windowEnd(any())).thenReturn(LATER);
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void approved_by_all_is_granted_and_published_as_granted() {
        var process = started();
        decide(process, "open", false);
        decide(process, "approved", false);
        verify(grants).issue(NUMBER);
        complete(only(process, REPORT_PUBLICATION), Map.of(GrantDesk.AS_GRANTED, true));
        assertThat(process)
                .isEnded()
                .hasPassed("endEvent_publishedAsGranted")
                .hasNotPassed("endEvent_requestRejected", EXAMINE_DIFFERENCE);
    }

    @Test
    void first_return_ends_the_round_and_the_new_version_opens_another() {
        var process = started();
        decide(process, "returned", true);
        assertThat(tasks(process, REVIEW_REQUEST)).isEmpty();
        complete(only(process, CORRECT_REQUEST));
        verify(reviews, times(2)).plan(NUMBER);
        assertThat(tasks(process, REVIEW_REQUEST)).hasSize(2);
    }

    @Test
    void round_in_which_every_review_stands_grants_at_once() {
        var process = started();
        decide(process, "returned", true);
        when(plan.openReviews(any())).thenReturn(List.of());
        when(reviews.plan(NUMBER)).thenReturn(Map.of(ReviewDesk.VERDICT, "approved", ReviewDesk.ROUND_OVER, false));
        complete(only(process, CORRECT_REQUEST));
        verify(grants).issue(NUMBER);
        assertThat(process).isWaitingAt(REPORT_PUBLICATION);
    }

    @Test
    void first_rejection_ends_the_request() {
        var process = started();
        decide(process, "rejected", true);
        assertThat(process)
                .isEnded()
                .hasPassed("endEvent_requestRejected")
                .hasNotPassed("serviceTask_issueGrant", CORRECT_REQUEST);
    }

    @Test
    void question_is_answered_beside_the_reviews() {
        var process = started();
        ask(process);
        complete(only(process, ANSWER_QUESTION));
        assertThat(process).hasPassed("endEvent_questionAnswered").isNotEnded();
        assertThat(tasks(process, REVIEW_REQUEST)).hasSize(2);
    }

    @Test
    void question_nobody_answered_falls_away_when_the_round_is_decided() {
        var process = started();
        ask(process);
        decide(process, "open", false);
        decide(process, "approved", false);
        assertThat(tasks(process, ANSWER_QUESTION)).isEmpty();
        assertThat(process).isWaitingAt(REPORT_PUBLICATION).hasNotPassed("endEvent_questionAnswered");
    }

    @Test
    void reviewer_added_to_the_round_holds_it() {
        var process = started();
        runtimeService()
                .createProcessInstanceModification(process.getId())
                .startBeforeActivity(REVIEW_REQUEST)
                .setVariableLocal("item", UUID.randomUUID().toString())
                .execute();
        decide(process, "open", false);
        decide(process, "open", false);
        assertThat(process).isWaitingAt(REVIEW_REQUEST);
        decide(process, "approved", false);
        assertThat(process).isWaitingAt(REPORT_PUBLICATION);
    }

    @Test
    void window_that_ends_during_the_review_ends_the_request() {
        var process = started();
        fire(process, "boundaryEvent_windowEndedInReview");
        verify(grants).expire(NUMBER);
        assertThat(process).isEnded().hasPassed("endEvent_requestExpired").hasNotPassed("gateway_roundVerdict");
    }

    @Test
    void window_that_ends_during_the_correction_ends_the_request() {
        var process = started();
        decide(process, "returned", true);
        fire(process, "boundaryEvent_windowEndedInCorrection");
        verify(grants).expire(NUMBER);
        assertThat(process).isEnded().hasPassed("endEvent_requestExpired");
    }

    @Test
    void requester_withdraws_at_any_time() {
        var process = started();
        runtimeService()
                .createMessageCorrelation(AuthoriseSpeaking.REQUEST_WITHDRAWN)
                .processInstanceBusinessKey(NUMBER.value())
                .correlate();
        assertThat(process).isEnded().hasPassed("endEvent_requestWithdrawn").hasNotPassed("gateway_roundVerdict");
    }

    @Test
    void grant_nobody_used_lapses() {
        var process = granted();
        fire(process, "boundaryEvent_grantUnused");
        verify(grants).lapse(NUMBER);
        assertThat(process).isEnded().hasPassed("endEvent_grantLapsed").hasNotPassed("gateway_sameText");
    }

    @Test
    void revoked_grant_ends_the_request() {
        var process = granted();
        runtimeService()
                .createMessageCorrelation(AuthoriseSpeaking.GRANT_REVOKED)
                .processInstanceBusinessKey(NUMBER.value())
                .correlate();
        assertThat(process).isEnded().hasPassed("endEvent_grantRevoked").hasNotPassed("gateway_sameText");
    }

    @Test
    void difference_is_closed() {
        var process = different();
        complete(only(process, EXAMINE_DIFFERENCE), Map.of(GrantDesk.KEPT, false));
        assertThat(process)
                .isEnded()
                .hasPassed("endEvent_differenceClosed")
                .hasNotPassed("endEvent_differenceKept", "endEvent_publishedAsGranted");
    }

    @Test
    void difference_is_kept_for_a_report() {
        var process = different();
        complete(only(process, EXAMINE_DIFFERENCE), Map.of(GrantDesk.KEPT, true));
        assertThat(process).isEnded().hasPassed("endEvent_differenceKept").hasNotPassed("endEvent_differenceClosed");
    }

    private ProcessInstance started() {
        var process = runtimeService()
                .startProcessInstanceByKey(AuthoriseSpeaking.PROCESS, NUMBER.value(), Map.of("requester", "F0001"));
        assertThat(process).isStarted().isWaitingAt(REVIEW_REQUEST);
        return process;
    }

    private ProcessInstance granted() {
        var process = started();
        decide(process, "open", false);
        decide(process, "approved", false);
        return process;
    }

    private ProcessInstance different() {
        var process = granted();
        complete(only(process, REPORT_PUBLICATION), Map.of(GrantDesk.AS_GRANTED, false));
        return process;
    }

    private void ask(ProcessInstance process) {
        runtimeService()
                .createMessageCorrelation(AuthoriseSpeaking.QUESTION_ASKED)
                .processInstanceBusinessKey(NUMBER.value())
                .setVariableToTriggeredScope("item", UUID.randomUUID().toString())
                .correlate();
        assertThat(process).isWaitingAt(REVIEW_REQUEST, ANSWER_QUESTION);
    }

    private void decide(ProcessInstance process, String verdict, boolean roundOver) {
        complete(
                tasks(process, REVIEW_REQUEST).get(0),
                Map.of(ReviewDesk.VERDICT, verdict, ReviewDesk.ROUND_OVER, roundOver));
    }

    private void fire(ProcessInstance process, String timer) {
        var job = managementService()
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(timer)
                .singleResult();
        managementService().executeJob(job.getId());
    }

    private Task only(ProcessInstance process, String element) {
        var found = tasks(process, element);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Task> tasks(ProcessInstance process, String element) {
        return taskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(element)
                .list();
    }
}
