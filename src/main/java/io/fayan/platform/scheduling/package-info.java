/**
 * Work that nobody waits for: recurring sweeps and the outbox, on db-scheduler. Its rows stand in our database, so of
 * several nodes one runs each execution, and a one-time task scheduled inside a command's transaction exists if and only
 * if the command was committed.
 *
 * <p>How a module does it:
 *
 * <ul>
 *   <li>The work is a plain method of an application class, without arguments or with the task's data, transactional
 *       where it writes; tests call it directly. {@code db-scheduler.enabled=false} in tests, so nothing runs by itself.
 *   <li>A recurring sweep is a bean beside it:
 *       <pre>{@code
 * @Bean
 * Task<Void> reminders(Reminders reminders) {
 *     return Tasks.recurring("reminders", FixedDelay.ofMinutes(1)).execute((task, context) -> reminders.sweep());
 * }
 * }</pre>
 *       Names are {@code <what it does>} in kebab-case, unique over modules. A sweep that fails is run again at its next
 *       time, so it must be able to take up where it stopped.
 *   <li>An effect outside the database is a one-time task ({@code Tasks.oneTime(name, Data.class)}), its instance id the
 *       key that makes it happen once, scheduled with {@code SchedulerClient.scheduleIfNotExists} in the command's
 *       transaction. Its data is a record of ids and codes; it is kept as JSON, never as a Java object. Inject the client
 *       as {@code ObjectProvider<SchedulerClient>} where the same module declares tasks: the scheduler knows all tasks.
 *   <li>Nothing runs before the application is ready: the demo's history and the policy's deployment come first.
 * </ul>
 */
@NamedInterface("scheduling")
@NullMarked
package io.fayan.platform.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
