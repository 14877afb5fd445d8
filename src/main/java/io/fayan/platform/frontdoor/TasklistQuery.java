package io.fayan.platform.frontdoor;

import io.fayan.platform.worklist.WorkList.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Tasklist asks of a list, of which only the order is taken; no expression ever reaches the engine. */
class TasklistQuery {

    private TasklistQuery() {}

    /** @return empty when a criterion is there that Tasklist's sorting does not offer */
    static Optional<Order> order(@Nullable Map<String, Object> query) {
        var order = new Order(Order.By.DUE, true);
        if (query == null) {
            return Optional.of(order);
        }
        var plain = query.entrySet().stream().allMatch(criterion -> switch (criterion.getKey()) {
            // Tasklist always sends these; the page is in the address.
            case "sorting", "active", "firstResult", "maxResults" -> true;
            case "processVariables", "taskVariables", "caseInstanceVariables" ->
                List.of().equals(criterion.getValue());
            default -> false;
        });
        if (!plain || !(query.getOrDefault("sorting", List.of()) instanceof List<?> sorting) || sorting.size() > 1) {
            return Optional.empty();
        }
        if (sorting.isEmpty()) {
            return Optional.of(order);
        }
        return sorting.get(0) instanceof Map<?, ?> first
                ? by(first.get("sortBy")).map(by -> new Order(by, !"desc".equals(first.get("sortOrder"))))
                : Optional.empty();
    }

    private static Optional<Order.By> by(@Nullable Object sortBy) {
        return switch (String.valueOf(sortBy)) {
            case "dueDate" -> Optional.of(Order.By.DUE);
            case "name" -> Optional.of(Order.By.NAME);
            case "created" -> Optional.of(Order.By.CREATED);
            default -> Optional.empty();
        };
    }
}
