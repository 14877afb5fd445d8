package io.fayan.platform.frontdoor;

import static io.fayan.platform.frontdoor.Call.API;
import static io.fayan.platform.frontdoor.Call.ENGINE;
import static io.fayan.platform.frontdoor.Call.ID;
import static io.fayan.platform.frontdoor.Call.answered;
import static io.fayan.platform.frontdoor.Call.passes;

import java.util.List;

/** What Tasklist asks for. Its lists, tasks and acts are answered by us; a handful of harmless reads pass. */
final class TasklistCalls {

    private static final String OURS = "/tasklist";

    static final List<Call> ALL = List.of(
            // The application itself: static files and its start page.
            answered("GET", "/camunda/app/tasklist/scripts/config\\.js", OURS + "/config.js"),
            passes("/camunda/app/tasklist/(?:default/)?"),
            passes("/camunda/app/tasklist/[A-Za-z0-9/_-]+(?:\\.[A-Za-z0-9_-]+)+"),
            passes("/camunda/(?:lib|assets)/[A-Za-z0-9/_-]+(?:\\.[A-Za-z0-9_-]+)+"),
            passes("/camunda/favicon\\.ico"),
            passes(API + "/tasklist/plugin/tasklistPlugins/static/app/plugin\\.(?:css|js)"),
            passes(API + "/engine/engine/"),
            // Who is signed in.
            answered("GET", API + "/admin/auth/user/default", OURS + "/user"),
            answered("GET", ENGINE + "/user/" + ID + "/profile", OURS + "/user/$1/profile"),
            // Lists and counts, from the work list.
            answered("GET", ENGINE + "/filter", OURS + "/filters"),
            answered("GET", ENGINE + "/filter/count", OURS + "/filters/count"),
            answered("OPTIONS", ENGINE + "/filter", OURS + "/filters/options"),
            answered("POST", ENGINE + "/filter/" + ID + "/list", OURS + "/filters/$1/list"),
            answered("GET", ENGINE + "/task", OURS + "/tasks"),
            answered("GET", ENGINE + "/task/" + ID, OURS + "/tasks/$1"),
            answered("GET", ENGINE + "/task/" + ID + "/form", OURS + "/tasks/$1/form"),
            answered("GET", ENGINE + "/(?:task|process-definition)/" + ID + "/form-variables", OURS + "/nothing"),
            answered("GET", ENGINE + "/task/" + ID + "/comment", OURS + "/none"),
            answered("GET", ENGINE + "/history/user-operation", OURS + "/none"),
            answered("GET", ENGINE + "/history/user-operation/count", OURS + "/zero"),
            // Acting.
            answered("POST", ENGINE + "/task/" + ID + "/claim", OURS + "/tasks/$1/claim"),
            answered("POST", ENGINE + "/task/" + ID + "/unclaim", OURS + "/tasks/$1/unclaim"),
            answered("POST", ENGINE + "/task/" + ID + "/submit-form", OURS + "/tasks/$1/submission"),
            answered(
                    "POST", ENGINE + "/process-definition/" + ID + "/submit-form", OURS + "/definitions/$1/submission"),
            // Starting.
            answered("GET", ENGINE + "/process-definition", OURS + "/definitions"),
            answered("GET", ENGINE + "/process-definition/count", OURS + "/definitions/count"),
            answered("GET", ENGINE + "/process-definition/" + ID + "/startForm", OURS + "/definitions/$1/form"),
            answered("GET", ENGINE + "/process-definition/" + ID + "/xml", OURS + "/definitions/$1/diagram"));

    private TasklistCalls() {}
}
