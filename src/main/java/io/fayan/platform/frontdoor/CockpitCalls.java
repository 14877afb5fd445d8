package io.fayan.platform.frontdoor;

import static io.fayan.platform.frontdoor.Call.API;
import static io.fayan.platform.frontdoor.Call.ENGINE;
import static io.fayan.platform.frontdoor.Call.answered;
import static io.fayan.platform.frontdoor.Call.asks;
import static io.fayan.platform.frontdoor.Call.passes;
import static io.fayan.platform.frontdoor.Criteria.NONE;

import java.util.List;

/**
 * What Cockpit asks for besides, and only operations may. Its queries pass, written anew from the criteria named here; none
 * of their answers holds a variable, a text or a person. Pausing, going on and trying again are carried out by us.
 */
final class CockpitCalls {

    private static final String OURS = "/cockpit";
    private static final String PLUGIN = API + "/cockpit/plugin/base/default";
    private static final String UNIQUE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String ID = "(" + UNIQUE + ")";
    /** Key, version and what is unique; the latter alone where that would be too long. */
    private static final String DEFINITION = "((?:[A-Za-z0-9._-]{1,64}:[0-9]{1,9}:)?" + UNIQUE + ")";

    private static final Criteria PAGE = NONE.numbers("firstResult", "maxResults");
    private static final Criteria SORTED_PAGE = PAGE.words("sortBy", "sortOrder");

    private static final Criteria DEFINITIONS =
            SORTED_PAGE.texts("key").flags("latest", "latestVersion", "withoutTenantId");
    private static final Criteria SEARCHED_DEFINITIONS = SORTED_PAGE.texts("key", "keyLike", "name", "nameLike");
    /** Of the filter that the pages share; Cockpit sends it along with everything. */
    private static final Criteria FILTER = NONE.flags("replace").lists("activityIdIn", "activityInstanceIdIn");

    private static final Criteria INSTANCES = FILTER.words("processDefinitionId", "parentProcessDefinitionId")
            .texts("businessKey")
            .times("startedBefore", "startedAfter")
            .flags("withIncident");
    private static final Criteria INCIDENTS = FILTER.lists("processDefinitionIdIn", "processInstanceIdIn")
            .words("sortBy", "sortOrder", "parentProcessDefinitionId");
    private static final Criteria JOBS = PAGE.words("processInstanceId").flags("withException", "noRetriesLeft");

    private static final Criteria PAUSE = NONE.flags("suspended").empty("executionDate");

    static final List<Call> ALL = List.of(
            // The application itself.
            answered("GET", "/camunda/app/cockpit/scripts/config\\.js", OURS + "/config.js"),
            answered("GET", "/camunda/app/cockpit/locales/(zh-[A-Z]{2})\\.json", OURS + "/words/$1"),
            passes("/camunda/app/cockpit/(?:default/)?"),
            passes("/camunda/app/cockpit/[A-Za-z0-9/_-]+(?:\\.[A-Za-z0-9_-]+)+"),
            passes(API + "/cockpit/plugin/cockpitPlugins/static/app/plugin\\.(?:css|js)"),
            // The dashboard. What it counts besides processes stands in a part of the page that is not shown.
            asks(ENGINE + "/process-definition/statistics", NONE.flags("rootIncidents")),
            asks(
                    ENGINE + "/task/count",
                    NONE.flags(
                            "unfinished", "assigned", "unassigned", "withCandidateGroups", "withoutCandidateGroups")),
            answered("GET", ENGINE + "/(?:decision-definition|case-definition|deployment)/count", OURS + "/zero"),
            // Processes. Tasklist asks the same paths for what can be started.
            asks(ENGINE + "/process-definition(?:/count)?", DEFINITIONS).unless("startableInTasklist"),
            asks(PLUGIN + "/process-definition/statistics", SEARCHED_DEFINITIONS),
            asks(PLUGIN + "/process-definition/statistics-count", SEARCHED_DEFINITIONS),
            asks(ENGINE + "/process-definition/" + DEFINITION, NONE),
            asks(ENGINE + "/process-definition/" + DEFINITION + "/statistics", NONE.flags("incidents")),
            asks(PLUGIN + "/process-definition/" + DEFINITION + "/called-process-definitions", NONE, INSTANCES),
            // Instances.
            asks(
                    ENGINE + "/process-instance(?:/count)?",
                    PAGE,
                    PAGE.words("processDefinitionId", "processDefinitionKey", "subProcessInstance")
                            .flags("processDefinitionWithoutTenantId")),
            asks(ENGINE + "/process-instance/" + ID, NONE),
            asks(ENGINE + "/process-instance/" + ID + "/activity-instances", NONE),
            asks(PLUGIN + "/process-instance/count", NONE, INSTANCES),
            asks(PLUGIN + "/process-instance", SORTED_PAGE, INSTANCES.and(SORTED_PAGE)),
            asks(PLUGIN + "/process-instance/" + ID + "/called-process-instances", NONE, FILTER),
            // Incidents.
            asks(PLUGIN + "/incident/count", NONE, INCIDENTS),
            asks(PLUGIN + "/incident/", PAGE, INCIDENTS),
            // Jobs.
            asks(ENGINE + "/job/count", JOBS.words("sorting[sortBy]", "sorting[sortOrder]")),
            asks(ENGINE + "/job(?:/count)?", PAGE, JOBS.sortings("sorting")),
            asks(ENGINE + "/job/" + ID, NONE),
            asks(ENGINE + "/job/" + ID + "/stacktrace", NONE),
            asks(ENGINE + "/job-definition(?:/count)?", PAGE.words("processDefinitionId")),
            asks(ENGINE + "/job-definition/" + ID, NONE),
            // Pausing, going on, trying again.
            answered(
                    "PUT",
                    ENGINE + "/process-definition/" + DEFINITION + "/suspended/?",
                    OURS + "/definitions/$1/suspended",
                    PAUSE.flags("includeProcessInstances")),
            answered(
                    "PUT",
                    ENGINE + "/process-instance/" + ID + "/suspended/?",
                    OURS + "/instances/$1/suspended",
                    PAUSE),
            answered(
                    "PUT",
                    ENGINE + "/job-definition/" + ID + "/suspended/?",
                    OURS + "/job-definitions/$1/suspended",
                    PAUSE.flags("includeJobs")),
            answered("PUT", ENGINE + "/job/" + ID + "/suspended", OURS + "/jobs/$1/suspended", PAUSE),
            answered("PUT", ENGINE + "/job/" + ID + "/retries", OURS + "/jobs/$1/retries", NONE.numbers("retries")));

    private CockpitCalls() {}
}
