package io.fayan.speaking.application;

import io.fayan.speaking.domain.Question;
import io.fayan.speaking.domain.Review;
import io.fayan.speaking.domain.SpeakingRequest;
import io.fayan.speaking.persistence.SpeakingRequests;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows in memory. A request is changed only by who locked it first: without the lock, two would decide at once. */
final class InMemoryRequests implements SpeakingRequests {

    private final Map<String, SpeakingRequest> rows = new LinkedHashMap<>();
    private final Set<String> locked = new HashSet<>();

    @Override
    public SpeakingRequest save(SpeakingRequest request) {
        var number = request.number().value();
        if (rows.putIfAbsent(number, request) != null && !locked.remove(number)) {
            throw new IllegalStateException(number + " is changed by somebody who did not lock it");
        }
        return request;
    }

    @Override
    public Optional<SpeakingRequest> find(String number) {
        return Optional.ofNullable(rows.get(number));
    }

    @Override
    public Optional<SpeakingRequest> findForChange(String number) {
        locked.add(number);
        return find(number);
    }

    @Override
    public Optional<SpeakingRequest> ofReview(UUID review) {
        return rows.values().stream()
                .filter(request -> request.reviews().stream().map(Review::id).anyMatch(review::equals))
                .findFirst();
    }

    @Override
    public Optional<SpeakingRequest> ofQuestion(UUID question) {
        return rows.values().stream()
                .filter(request ->
                        request.questions().stream().map(Question::id).anyMatch(question::equals))
                .findFirst();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
