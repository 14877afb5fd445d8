package counterexample.speaking.application;

import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.TaskForm;
import io.fayan.platform.frontdoor.TaskKey;
import io.fayan.platform.frontdoor.TaskRef;

public class ReviewForm implements TaskForm<ReviewForm.Submission> {

    record Submission(String verdict) {}

    @Override
    public TaskKey task() {
        return new TaskKey("authorise-speaking", "userTask_reviewRequest");
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Object context(TaskRef task) {
        return task;
    }

    @Override
    public Outcome submit(TaskRef task, Submission submission) {
        return Outcome.completed();
    }
}
