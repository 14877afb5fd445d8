package io.fayan.platform.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Sign-in by login name and password. Every failure looks and lasts the same: unknown, wrong, without password, left. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final PersonDirectory directory;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final String nobodysHash;

    PasswordSignIn(PersonDirectory directory, PasswordEncoder passwords, SignInThrottle throttle) {
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobodysHash = passwords.encode("the password of nobody");
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var login = typed.getName();
        var password = String.valueOf(typed.getCredentials());
        var source = typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var answer = throttle.begin(login, source);
        if (answer instanceof SignInThrottle.Wait wait) {
            throw new SignInPausedException(wait.left());
        }
        var account = directory.account(login);
        var hash = account.map(PersonDirectory.Account::passwordHash);
        var right = passwords.matches(password, hash.orElse(nobodysHash));
        if (!right || hash.isEmpty() || !account.get().active()) {
            throttle.failed();
            throw new BadCredentialsException("Sign-in refused");
        }
        throttle.succeeded(((SignInThrottle.Admitted) answer).attempt());
        // No authorities: roles are read from the row on every request, never kept in a session.
        return UsernamePasswordAuthenticationToken.authenticated(
                account.get().person().value(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
