package io.fayan.platform.worklist;

import java.util.List;
import java.util.Optional;

/** The engine's own tables, read without the engine: it need not run for a comparison with the work list. */
public interface OpenTasks {

    /** In the order of their ids, beginning behind this one; an empty id is before all. */
    List<OpenTask> after(String id, int max);

    /**
     * Reads a task and holds it until the caller's transaction ends. Whoever in the engine read it before is sent back to
     * begin anew, so nothing that is on its way passes the caller unseen.
     *
     * @return empty when the task is over
     */
    Optional<OpenTask> hold(String id);
}
