package io.fayan.platform.decisions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The tables as they are deployed. A version never changes once it is deployed, so a table is read once per start. */
@Component
class DeployedDecisions implements Decisions {

    private final RepositoryService repository;
    private final ConcurrentMap<Key, DecisionTable> tables = new ConcurrentHashMap<>();

    DeployedDecisions(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Decision evaluate(String table, String policyVersion, Map<String, Object> facts) {
        return tables.computeIfAbsent(new Key(table, policyVersion), this::read).evaluate(facts);
    }

    private DecisionTable read(Key key) {
        var definitions = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key.table())
                .versionTag(key.version())
                .list();
        if (definitions.isEmpty()) {
            throw new UnknownTableException(key.table(), key.version());
        }
        if (definitions.size() > 1) {
            throw new IllegalStateException("%s of policy version %s is deployed %d times"
                    .formatted(key.table(), key.version(), definitions.size()));
        }
        return DecisionTable.read(
                key.table(),
                key.version(),
                repository.getDecisionModel(definitions.get(0).getId()));
    }

    private record Key(String table, String version) {}
}
