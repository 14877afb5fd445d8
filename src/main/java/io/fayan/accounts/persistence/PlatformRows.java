package io.fayan.accounts.persistence;

import io.fayan.accounts.domain.CataloguedPlatform;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

public interface PlatformRows extends Repository<CataloguedPlatform, String> {

    Optional<CataloguedPlatform> findById(String code);

    List<CataloguedPlatform> findAllByOrderByCode();

    CataloguedPlatform save(CataloguedPlatform platform);

    void flush();
}
