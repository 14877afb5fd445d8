package io.fayan.speaking.domain;

import io.fayan.speaking.Audience;
import io.fayan.speaking.Channel;
import io.fayan.speaking.ContentClass;
import io.fayan.speaking.SpeakingAs;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where, as whom, about what, to whom and when somebody wants to speak: what the tables judge and a grant is given for. */
@Embeddable
public class Scope {

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable String account;

    private @Nullable String occasion;

    @Enumerated(EnumType.STRING)
    private SpeakingAs speakingAs;

    private String contentClasses;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private Instant windowFrom;

    private Instant windowUntil;

    protected Scope() {}

    Scope(Proposal proposal) {
        this.channel = proposal.channel();
        this.account = proposal.account();
        this.occasion = proposal.occasion();
        this.speakingAs = proposal.speakingAs();
        this.audience = proposal.audience();
        change(proposal.contentClasses(), proposal.window());
    }

    /** A new version may be about something else and be said at another time; place and audience stay. */
    final void change(Set<ContentClass> classes, Proposal.Window window) {
        contentClasses = classes.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        windowFrom = window.from();
        windowUntil = window.until();
    }

    public Channel channel() {
        return channel;
    }

    /** Code in the account register; for both account channels. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** For {@link Channel#OCCASION}. */
    public Optional<String> occasion() {
        return Optional.ofNullable(occasion);
    }

    public SpeakingAs speakingAs() {
        return speakingAs;
    }

    public Set<ContentClass> contentClasses() {
        return Arrays.stream(contentClasses.split(","))
                .map(ContentClass::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContentClass.class)));
    }

    public Audience audience() {
        return audience;
    }

    public Instant windowFrom() {
        return windowFrom;
    }

    public Instant windowUntil() {
        return windowUntil;
    }
}
