package io.fayan.platform.engine;

import java.io.IOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of the capability folders, {@code processes/<capability>/*.bpmn}, before anything can start one. An
 * unchanged model is not deployed again. The policy's tables have a deployer of their own.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            var models = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/*.bpmn");
            if (models.length == 0) {
                return;
            }
            var deployment =
                    repository.createDeployment().name("models").source("fayan").enableDuplicateFiltering(true);
            for (var model : models) {
                deployment.addInputStream(model.getFilename(), model.getInputStream());
            }
            deployment.deploy();
        } catch (IOException e) {
            throw new IllegalStateException("The models cannot be read from the class path", e);
        }
    }
}
