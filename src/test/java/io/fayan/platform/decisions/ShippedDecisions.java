package io.fayan.platform.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables as they lie in {@code processes/policy}, without an engine around them: for tests that ask the policy. */
public final class ShippedDecisions implements Decisions {

    private static final Map<String, DecisionTable> READ = new ConcurrentHashMap<>();

    @Override
    public Decision evaluate(String table, String policyVersion, Map<String, Object> facts) {
        return READ.computeIfAbsent(policyVersion + "/" + table, key -> read(table, policyVersion))
                .evaluate(facts);
    }

    private static DecisionTable read(String table, String policyVersion) {
        var file = "/processes/policy/%s/%s.dmn".formatted(policyVersion, table);
        try (var dmn = ShippedDecisions.class.getResourceAsStream(file)) {
            if (dmn == null) {
                throw new UnknownTableException(table, policyVersion);
            }
            return DecisionTable.read(table, policyVersion, dmn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
