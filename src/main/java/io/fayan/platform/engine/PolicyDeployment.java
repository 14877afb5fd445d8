package io.fayan.platform.engine;

import io.fayan.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the decision tables of every policy version into the engine, one deployment per version, before the application
 * answers anybody. A version that is deployed does not change: matters were judged by it. Only where nothing counts, in the
 * demo and in tests, are changed tables put in the place of the old ones.
 */
@Component
class PolicyDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyDeployment.class);
    private static final String SHIPPED = "classpath*:processes/policy/*/*.dmn";
    private static final Pattern FOLDER = Pattern.compile(".*/processes/policy/([^/]+)/[^/]+\\.dmn");
    private static final String SOURCE = "fayan";

    private final RepositoryService repository;
    private final TransactionTemplate transaction;
    private final boolean replaces;

    PolicyDeployment(RepositoryService repository, PlatformTransactionManager transactions, Environment environment) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.replaces = environment.acceptsProfiles(Profiles.of("(demo | test) & !prod"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        shipped().forEach(this::deploy);
    }

    /**
     * Deploys one version unless exactly these tables are deployed already.
     *
     * @param tables file name to content
     * @throws IllegalStateException when other tables are in force under this version and may not be replaced
     */
    void deploy(String version, Map<String, byte[]> tables) {
        tables.forEach((file, content) -> checkTags(version, file, content));
        transaction.executeWithoutResult(status -> {
            var deployed = deployed(version);
            if (deployed.size() == 1 && same(deployed.get(0), tables)) {
                return;
            }
            if (!deployed.isEmpty()) {
                if (!replaces) {
                    throw changed(version);
                }
                deployed.forEach(old -> repository.deleteDeployment(old.getId(), true));
            }
            var deployment = repository
                    .createDeployment()
                    .name(name(version))
                    .source(SOURCE)
                    .enableDuplicateFiltering(false);
            tables.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            deployment.deploy();
            // The engine's deployment lock is held from here to the commit, so another node's tables are visible now.
            if (deployed(version).size() > 1) {
                throw changed(version);
            }
            LOG.info("Policy version {} deployed with {} decision tables", version, tables.size());
        });
    }

    private List<Deployment> deployed(String version) {
        return repository.createDeploymentQuery().deploymentName(name(version)).list();
    }

    private boolean same(Deployment deployment, Map<String, byte[]> tables) {
        var names = repository.getDeploymentResourceNames(deployment.getId());
        return names.size() == tables.size()
                && names.stream()
                        .allMatch(file -> tables.containsKey(file)
                                && Sha256.of(tables.get(file)).equals(deployedChecksum(deployment, file)));
    }

    private Sha256 deployedChecksum(Deployment deployment, String file) {
        try (var content = repository.getResourceAsStream(deployment.getId(), file)) {
            return Sha256.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Evaluations ask by file stem and folder: a table that says otherwise of itself would never be found. */
    private static void checkTags(String version, String file, byte[] content) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        for (var decision : model.getModelElementsByType(Decision.class)) {
            if (!file.equals(decision.getId() + ".dmn") || !version.equals(decision.getVersionTag())) {
                throw new IllegalStateException("processes/policy/%s/%s holds the decision %s with version tag %s"
                        .formatted(version, file, decision.getId(), decision.getVersionTag()));
            }
        }
    }

    private static IllegalStateException changed(String version) {
        return new IllegalStateException(("policy version %1$s is already in force and its tables differ: "
                        + "ship a correction as a new version tag, e.g. %1$s.1")
                .formatted(version));
    }

    private static String name(String version) {
        return "policy-" + version;
    }

    /** Version to its tables, oldest version first. */
    private static Map<String, Map<String, byte[]>> shipped() {
        var versions = new TreeMap<String, Map<String, byte[]>>(OLDEST_FIRST);
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                versions.computeIfAbsent(folder(file), version -> new TreeMap<>())
                        .put(file.getFilename(), file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    private static String folder(Resource file) throws IOException {
        var matcher = FOLDER.matcher(file.getURL().toString());
        if (!matcher.matches()) {
            throw new IllegalStateException("A decision table outside a version's folder: " + file.getFilename());
        }
        return matcher.group(1);
    }

    /** 2026 before 2026.1 before 2026.10 before 2027. */
    static final Comparator<String> OLDEST_FIRST = (one, other) -> Arrays.compare(parts(one), parts(other));

    private static int[] parts(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
