package io.fayan.platform.worklist;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What the work list asks of the engine. Its listeners bring each change back into the rows, in the same transaction. */
public interface EngineTasks {

    void assign(String taskId, @Nullable PersonId assignee);

    /** Takes the assignee away and replaces the candidate groups. */
    void offer(String taskId, Role group);
}
