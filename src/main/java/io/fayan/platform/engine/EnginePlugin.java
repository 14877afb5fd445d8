package io.fayan.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** What every model of ours gets without saying so: the work list's listeners, and counts of begins and ends. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private static final List<String> LISTENED = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final WorkListListener workList;
    private final ProcessCounts counts;

    EnginePlugin(WorkListListener workList, ProcessCounts counts) {
        this.workList = workList;
        this.counts = counts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<BpmnParseListener>()
                : configuration.getCustomPostBPMNParseListeners();
        listeners.add(new ListenersOfEveryModel());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private final class ListenersOfEveryModel extends AbstractBpmnParseListener {
        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, counts);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, counts);
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            LISTENED.forEach(event -> task.addBuiltInTaskListener(event, workList));
        }
    }
}
