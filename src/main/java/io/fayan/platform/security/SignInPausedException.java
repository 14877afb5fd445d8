package io.fayan.platform.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failures: this account from this source, or this source, has to wait. Says nothing about the password. */
class SignInPausedException extends AuthenticationException {

    private final Duration left;

    SignInPausedException(Duration left) {
        super("Too many failed sign-ins");
        this.left = left;
    }

    /** Whole minutes until the next attempt is looked at, at least one. */
    long minutes() {
        return Math.max(1, (left.toSeconds() + 59) / 60);
    }
}
