package io.fayan.speaking.persistence;

import io.fayan.speaking.domain.SpeakingRequest;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface SpeakingRequests extends Repository<SpeakingRequest, UUID> {

    SpeakingRequest save(SpeakingRequest request);

    @Query("select r from SpeakingRequest r where r.number = :number")
    Optional<SpeakingRequest> find(String number);

    /** For commands: two reviewers who decide in the same second do so one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from SpeakingRequest r where r.number = :number")
    Optional<SpeakingRequest> findForChange(String number);

    @Query("select v.request from Review v where v.id = :review")
    Optional<SpeakingRequest> ofReview(UUID review);

    @Query("select q.request from Question q where q.id = :question")
    Optional<SpeakingRequest> ofQuestion(UUID question);
}
