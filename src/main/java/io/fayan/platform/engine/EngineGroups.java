package io.fayan.platform.engine;

import io.fayan.kernel.Role;
import java.util.Arrays;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every role as a group, and one user that nobody can be. While the administrators' group has no member, Camunda's set-up
 * page makes an administrator of anybody who asks (CVE-2026-77226): so it always has one, without a password.
 */
@Component
class EngineGroups extends AbstractProcessEnginePlugin {

    static final String LOCKED_USER = "engine-admin";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var identity = engine.getIdentityService();
        Arrays.stream(Role.values()).map(Role::groupId).forEach(group -> ensureGroup(identity, group));
        ensureGroup(identity, Groups.CAMUNDA_ADMIN);
        if (identity.createUserQuery().userId(LOCKED_USER).count() == 0) {
            unlessAnotherNodeDid(() -> identity.saveUser(identity.newUser(LOCKED_USER)));
        }
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            unlessAnotherNodeDid(() -> identity.createMembership(LOCKED_USER, Groups.CAMUNDA_ADMIN));
        }
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            throw new IllegalStateException(
                    "The group " + Groups.CAMUNDA_ADMIN + " has no member: set-up would be open");
        }
    }

    private static void ensureGroup(IdentityService identity, String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(id);
            group.setType("WORKFLOW");
            unlessAnotherNodeDid(() -> identity.saveGroup(group));
        }
    }

    /** Nodes that start together write the same rows; the second finds them there. */
    private static void unlessAnotherNodeDid(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(EngineGroups.class).debug("Written by another node", e);
        }
    }
}
