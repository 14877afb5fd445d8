package io.fayan.platform.frontdoor;

import io.fayan.platform.web.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The deployed models as people see them: their names in the reader's language, their forms, their diagrams. */
@Component
public class Models {

    private final RepositoryService repository;
    private final MessageSource messages;
    private final Texts texts;
    private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();
    private final Map<String, String> diagrams = new ConcurrentHashMap<>();

    Models(RepositoryService repository, MessageSource messages, Texts texts) {
        this.repository = repository;
        this.messages = messages;
        this.texts = texts;
    }

    public String processName(String process, Locale language) {
        return texts.in(language, process);
    }

    public String stepName(String process, String element, Locale language) {
        return texts.in(language, process + "." + element);
    }

    Optional<ProcessDefinition> latest(String process) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult());
    }

    Optional<ProcessDefinition> definition(String definitionId) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult());
    }

    String formKey(String definitionId, String element) {
        return ((UserTask) model(definitionId).getModelElementById(element)).getCamundaFormKey();
    }

    String startFormKey(String definitionId) {
        return model(definitionId).getModelElementsByType(StartEvent.class).stream()
                .filter(event -> event.getCamundaFormKey() != null)
                .findFirst()
                .orElseThrow()
                .getCamundaFormKey();
    }

    /** The latest diagram of a process, every label in that language. */
    public String diagram(String process, Locale language) {
        return diagramOf(latest(process).orElseThrow().getId(), language);
    }

    /** The diagram of the definition a matter runs on, every label in that language. */
    public String diagramOf(String definitionId, Locale language) {
        return diagrams.computeIfAbsent(definitionId + "/" + language, key -> {
            var process = definitionId.substring(0, definitionId.indexOf(':'));
            var translated = model(definitionId).clone();
            for (var element : translated.getModelElementsByType(FlowElement.class)) {
                if (element.getName() != null) {
                    element.setName(
                            messages.getMessage(process + "." + element.getId(), null, element.getName(), language));
                }
            }
            for (var one : translated.getModelElementsByType(Process.class)) {
                if (one.getName() != null) {
                    one.setName(messages.getMessage(one.getId(), null, one.getName(), language));
                }
            }
            return Bpmn.convertToString(translated);
        });
    }

    private BpmnModelInstance model(String definitionId) {
        return models.computeIfAbsent(definitionId, repository::getBpmnModelInstance);
    }
}
